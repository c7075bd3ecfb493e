import type {
    ClassBodyDeclarationContext,
    ClassDeclarationContext,
    EnumDeclarationContext,
    FieldDeclarationContext,
    FormalParametersContext,
    InterfaceDeclarationContext,
    InterfaceMethodDeclarationContext,
    MemberDeclarationContext,
    MethodDeclarationContext,
    ModifierContext,
    PropertyBlockContext,
    PropertyDeclarationContext,
    TypeDeclarationContext,
    TypeRefContext
} from '@apexdevtools/apex-parser';
import type * as Ast from './ast.ts';
import { buildExpression } from './build-expressions.ts';
import { buildBlock } from './build-statements.ts';
import { buildModifiers, buildTypeList, buildTypeReference, locationOf } from './build-types.ts';
import { declaredName, declaredVariable, refuse } from './refusals.ts';

type ParseNode = { start: { line: number; column: number }; stop?: { line: number } };
type AnyMember = Pick<
    MemberDeclarationContext,
    | 'methodDeclaration'
    | 'interfaceDeclaration'
    | 'classDeclaration'
    | 'enumDeclaration'
    | 'propertyDeclaration'
    | 'fieldDeclaration'
> &
    Partial<Pick<MemberDeclarationContext, 'constructorDeclaration'>>;

/** The tree of a class, interface or enum file. */
export function buildType(context: TypeDeclarationContext): Ast.TypeDeclaration {
    const modifiers = buildModifiers(context.modifier_list());
    return typeOf(context, modifiers)!;
}

/** Where a piece of the source stands. */
export function span(context: ParseNode): Ast.Location & { endLine: number } {
    return { ...locationOf(context), endLine: context.stop?.line ?? context.start.line };
}

function typeOf(
    context: Pick<AnyMember, 'classDeclaration' | 'interfaceDeclaration' | 'enumDeclaration'>,
    modifiers: Ast.Modifiers
): Ast.TypeDeclaration | null {
    if (context.classDeclaration()) return classOf(context.classDeclaration(), modifiers);
    if (context.interfaceDeclaration()) return interfaceOf(context.interfaceDeclaration(), modifiers);
    if (context.enumDeclaration()) return enumOf(context.enumDeclaration(), modifiers);
    return null;
}

function classOf(context: ClassDeclarationContext, modifiers: Ast.Modifiers): Ast.TypeDeclaration {
    const superType: TypeRefContext | null = context.typeRef();
    return {
        ...span(context),
        ...locationOf(context.id()),
        kind: 'class',
        modifiers,
        name: declaredName(context.id()),
        extends: superType ? buildTypeReference(superType) : null,
        implements: buildTypeList(context.typeList()),
        members: context.classBody().classBodyDeclaration_list().flatMap(buildBodyDeclaration),
        enumConstants: []
    };
}

function interfaceOf(context: InterfaceDeclarationContext, modifiers: Ast.Modifiers): Ast.TypeDeclaration {
    refuse(context.typeList()?.COMMA_list()[0], '{');
    return {
        ...span(context),
        ...locationOf(context.id()),
        kind: 'interface',
        modifiers,
        name: declaredName(context.id()),
        extends: null,
        implements: buildTypeList(context.typeList()),
        members: context.interfaceBody().interfaceMethodDeclaration_list().map(interfaceMethodOf),
        enumConstants: []
    };
}

function enumOf(context: EnumDeclarationContext, modifiers: Ast.Modifiers): Ast.TypeDeclaration {
    const constants = context.enumConstants()?.id_list() ?? [];
    return {
        ...span(context),
        ...locationOf(context.id()),
        kind: 'enum',
        modifiers,
        name: declaredName(context.id()),
        extends: null,
        implements: [],
        members: [],
        enumConstants: constants.map((id) => ({ ...locationOf(id), name: declaredName(id) }))
    };
}

function buildBodyDeclaration(context: ClassBodyDeclarationContext): Ast.Member[] {
    const block = context.block();
    if (block)
        return [{ ...locationOf(context), kind: 'initializer', static: !!context.STATIC(), body: buildBlock(block) }];
    const member = context.memberDeclaration();
    if (!member) refuse(context.SEMI());
    return member ? buildMember(member, buildModifiers(context.modifier_list())) : [];
}

/** The declarations that a member of a class, trigger or anonymous block stands for: a field may declare several. */
export function buildMember(context: AnyMember, modifiers: Ast.Modifiers): Ast.Member[] {
    const type = typeOf(context, modifiers);
    if (type) return [type];
    if (context.methodDeclaration()) return [methodOf(context.methodDeclaration(), modifiers)];
    if (context.fieldDeclaration()) return fieldsOf(context.fieldDeclaration(), modifiers);
    if (context.propertyDeclaration()) return [propertyOf(context.propertyDeclaration(), modifiers)];
    const constructor = context.constructorDeclaration!();
    return [
        {
            ...span(constructor),
            kind: 'constructor',
            modifiers,
            name: constructor.qualifiedName().getText(),
            parameters: parametersOf(constructor.formalParameters()),
            body: buildBlock(constructor.block())
        }
    ];
}

function methodOf(context: MethodDeclarationContext, modifiers: Ast.Modifiers): Ast.MethodDeclaration {
    const body = context.block();
    return {
        ...span(context),
        ...locationOf(context.id()),
        kind: 'method',
        modifiers,
        returnType: context.VOID() ? null : buildTypeReference(context.typeRef()),
        name: declaredName(context.id()),
        parameters: parametersOf(context.formalParameters()),
        body: body ? buildBlock(body) : null
    };
}

function interfaceMethodOf(context: InterfaceMethodDeclarationContext): Ast.MethodDeclaration {
    const modifiers = buildModifiers(context.modifier_list());
    if (modifiers.words.size) refuse(context.start, '}');
    modifiers.words.add('public').add('abstract');
    return {
        ...span(context),
        kind: 'method',
        modifiers,
        returnType: context.VOID() ? null : buildTypeReference(context.typeRef()),
        name: declaredName(context.id()),
        parameters: parametersOf(context.formalParameters()),
        body: null
    };
}

function parametersOf(context: FormalParametersContext): Ast.Parameter[] {
    const parameters = context.formalParameterList()?.formalParameter_list() ?? [];
    return parameters.map((parameter) => ({
        ...locationOf(parameter.id()),
        type: buildTypeReference(parameter.typeRef()),
        name: declaredVariable(parameter.id())
    }));
}

function fieldsOf(context: FieldDeclarationContext, modifiers: Ast.Modifiers): Ast.FieldDeclaration[] {
    const type = buildTypeReference(context.typeRef());
    return context
        .variableDeclarators()
        .variableDeclarator_list()
        .map((variable) => ({
            ...locationOf(variable),
            kind: 'field',
            modifiers,
            type,
            name: declaredVariable(variable.id()),
            initializer: variable.expression() ? buildExpression(variable.expression()) : null
        }));
}

function propertyOf(context: PropertyDeclarationContext, modifiers: Ast.Modifiers): Ast.PropertyDeclaration {
    const blocks = context.propertyBlock_list();
    if (blocks.length === 0) refuse(context.RBRACE());
    return {
        ...span(context),
        ...locationOf(context.id()),
        kind: 'property',
        modifiers,
        type: buildTypeReference(context.typeRef()),
        name: declaredVariable(context.id()),
        getter: accessorOf(blocks.find((block) => block.getter())),
        setter: accessorOf(blocks.find((block) => block.setter()))
    };
}

function accessorOf(context: PropertyBlockContext | undefined): Ast.AccessorDeclaration | null {
    if (!context) return null;
    const modifiers: ModifierContext[] = context.modifier_list();
    const body = (context.getter() ?? context.setter()).block();
    return {
        ...locationOf(context),
        modifiers: buildModifiers(modifiers),
        body: body ? buildBlock(body) : null
    };
}
