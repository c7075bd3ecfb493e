import type * as Ast from '../syntax/ast.ts';
import { supertypeNamed } from '../types/conversions.ts';
import { hasAnnotation } from '../types/naming.ts';
import type { ProjectTypeSymbol } from '../types/symbols.ts';
import type { UnitContext } from './context.ts';

/** Reports what a declaration may not be by itself: its name, its place, its modifiers. */
export function checkDeclaration(symbol: ProjectTypeSymbol, unit: UnitContext): void {
    checkAccess(symbol, unit);
    checkExceptionName(symbol, unit);
    if (symbol.outer) checkInner(symbol, unit);
    for (const member of symbol.declaration.members) {
        checkVoid(member, unit);
        checkProtected(member, unit);
    }
    if (hasAnnotation(symbol.declaration.modifiers, 'restresource')) checkRestResource(symbol, unit);
}

/** Only test classes may be private at the top level. */
function checkAccess(symbol: ProjectTypeSymbol, unit: UnitContext): void {
    const { words } = symbol.declaration.modifiers;
    if (symbol.outer || symbol.isTest || words.has('public') || words.has('global')) return;
    unit.report(symbol.declaration, 'Top-level type must have public or global visibility');
}

function checkExceptionName(symbol: ProjectTypeSymbol, unit: UnitContext): void {
    const extendsException = !!symbol.superType && !!supertypeNamed(symbol.superType, 'Exception');
    const named = /exception$/i.test(symbol.declaration.name);
    if (extendsException && !named)
        unit.report(
            symbol.declaration,
            `Classes extending Exception must have a name ending in 'Exception': ${symbol.name}`
        );
    if (named && symbol.kind === 'class' && !symbol.superType)
        unit.report(symbol.declaration, `Exception class must extend another Exception class: ${symbol.name}`);
}

function checkInner(symbol: ProjectTypeSymbol, unit: UnitContext): void {
    for (const member of symbol.declaration.members) {
        if (member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum')
            unit.report(member, 'Inner types are not allowed to have inner types');
        else if (member.kind === 'initializer' && member.static)
            unit.report(member, 'Inner types are not allowed to have static blocks');
        else if ('modifiers' in member && member.modifiers.words.has('static'))
            unit.report(member, `static can only be used on ${pluralOf(member)} of a top level type`);
    }
}

function pluralOf({ kind }: Ast.Member): string {
    return kind === 'property' ? 'properties' : `${kind}s`;
}

function checkVoid(member: Ast.Member, unit: UnitContext): void {
    const typed = member.kind === 'field' || member.kind === 'property';
    if (!typed || member.type.parts[0].name.toLowerCase() !== 'void') return;
    unit.report(member, `${member.kind === 'field' ? 'Variables' : 'Properties'} cannot be of type void`);
}

/** `protected` is for methods and variables of objects only (Apex Developer Guide, Access Modifiers). */
function checkProtected(member: Ast.Member, unit: UnitContext): void {
    if (!('modifiers' in member) || !member.modifiers.words.has('protected')) return;
    if (member.modifiers.words.has('static')) unit.report(member, `protected ${pluralOf(member)} cannot be static`);
}

/** apex_classes_annotation_rest_resource.htm */
function checkRestResource(symbol: ProjectTypeSymbol, unit: UnitContext): void {
    const { declaration } = symbol;
    const annotation = declaration.modifiers.annotations.find(({ name }) => name === 'restresource');
    const url = String(annotation?.values.get('urlmapping') ?? '');
    if (symbol.access !== 'global') unit.report(declaration, 'RestResource classes must be declared as global');
    else if (!url) unit.report(declaration, 'Rest Resource url cannot be empty');
    else if (!url.startsWith('/')) unit.report(declaration, "Rest Resource url must begin with a forward slash, '/'");
    else if (/[^/]\*/.test(url))
        unit.report(declaration, "Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'");
}
