import {
    ApexParserFactory,
    type ClassBodyDeclarationContext,
    type ClassDeclarationContext,
    type MethodDeclarationContext,
    type ModifierContext
} from '@apexdevtools/apex-parser';

/** A name and its Apex type as written, without white space. */
export interface TypedName {
    readonly name: string;
    readonly type: string;
}

/** A static method that components can call. */
export interface AuraMethod {
    readonly name: string;
    readonly parameters: readonly TypedName[];
    readonly returnType: string;
    readonly continuation: boolean;
    /** What the callback of a continuation finally returns: the type named by `@return {@link Type}` in its doc comment. */
    readonly continuationResult: string;
}

/** What components can see of a class; inner classes are named `Outer.Inner`. */
export interface ApexClass {
    readonly name: string;
    readonly properties: readonly TypedName[];
    readonly methods: readonly AuraMethod[];
}

/** The `@AuraEnabled` surface of an Apex file: its class and inner classes. Throws with file and line when it does not parse. */
export function readApexSurface(source: string, file: string): ApexClass[] {
    const parser = ApexParserFactory.createParser(source);
    parser.removeErrorListeners();
    const declaration = parser.compilationUnit().typeDeclaration()?.classDeclaration();
    if (parser.syntaxErrorsCount > 0)
        throw new Error(`${file}: the Apex class does not parse; compile it to see where.`);
    return declaration ? classSurface(declaration, source, '') : [];
}

function classSurface(declaration: ClassDeclarationContext, source: string, outer: string): ApexClass[] {
    const name = outer + declaration.id().getText();
    const members = declaration.classBody().classBodyDeclaration_list();
    const visible = members.filter((member) => auraAnnotation(member.modifier_list()) !== undefined);
    const inner = members.flatMap((member) => {
        const nested = member.memberDeclaration()?.classDeclaration();
        return nested ? classSurface(nested, source, `${name}.`) : [];
    });
    return [
        { name, properties: visible.flatMap(propertiesOf), methods: visible.flatMap((m) => methodsOf(m, source)) },
        ...inner
    ];
}

function auraAnnotation(modifiers: readonly ModifierContext[]): string | undefined {
    return modifiers.map((modifier) => modifier.getText()).find((modifier) => /^@AuraEnabled\b/i.test(modifier));
}

function propertiesOf(member: ClassBodyDeclarationContext): TypedName[] {
    const declaration = member.memberDeclaration();
    const property = declaration?.propertyDeclaration();
    if (property) return [{ name: property.id().getText(), type: property.typeRef().getText() }];
    const field = declaration?.fieldDeclaration();
    if (!field) return [];
    const type = field.typeRef().getText();
    return field
        .variableDeclarators()
        .variableDeclarator_list()
        .map((variable) => ({ name: variable.id().getText(), type }));
}

function methodsOf(member: ClassBodyDeclarationContext, source: string): AuraMethod[] {
    const method = member.memberDeclaration()?.methodDeclaration();
    if (!method) return [];
    const continuation = /continuation=true/i.test(auraAnnotation(member.modifier_list()) ?? '');
    return [
        {
            name: method.id().getText(),
            parameters: parametersOf(method),
            returnType: method.typeRef()?.getText() ?? 'void',
            continuation,
            continuationResult: continuation ? documentedResult(source, member) : ''
        }
    ];
}

function parametersOf(method: MethodDeclarationContext): TypedName[] {
    const list = method.formalParameters().formalParameterList()?.formalParameter_list() ?? [];
    return list.map((parameter) => ({ name: parameter.id().getText(), type: parameter.typeRef().getText() }));
}

// A continuation is declared as Object, so only its documentation can say what the component receives in the end.
function documentedResult(source: string, member: ClassBodyDeclarationContext): string {
    const before = source.slice(0, member.start?.start ?? 0);
    const comment = before.slice(before.lastIndexOf('/**'));
    return /@return\s+\{@link\s+([\w.]+)\}/.exec(comment)?.[1] ?? 'Object';
}
