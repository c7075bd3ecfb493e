import type * as Ast from '../syntax/ast.ts';
import { supertypeNamed } from '../types/conversions.ts';
import { jsClassName } from '../types/naming.ts';
import { isProjectType, type FieldSymbol, type ProjectTypeSymbol } from '../types/symbols.ts';
import { checkAnnotations } from './annotation-checks.ts';
import { checkClass } from './class-checks.ts';
import type { CodeContext, UnitContext } from './context.ts';
import { checkDeclaration } from './declaration-checks.ts';
import { emitBlockOf, emitConstructor, emitDefaultConstructor, emitMethod, sharingOf } from './methods.ts';
import { emitProperty } from './properties.ts';
import { Scope } from './scope.ts';
import { coerce } from './typed.ts';
import { translate } from './expressions.ts';
import type { Writer } from './writer.ts';

/** Names of the JS methods that run initialisers, in textual order. */
interface Initializers {
    static: string[];
    instance: string[];
}

/** Emits the JS class of an Apex class, interface or enum, each member on its lines. */
export function emitType(symbol: ProjectTypeSymbol, unit: UnitContext, writer: Writer): void {
    const { declaration } = symbol;
    if (declaration.kind === 'enum') return emitEnum(symbol, writer);
    if (declaration.kind === 'interface') return emitInterface(symbol, writer);
    checkClass(symbol, unit);
    checkDeclaration(symbol, unit);
    checkAnnotations(symbol, unit);
    const name = jsClassName(symbol);
    writer.write(`class ${name} extends ${baseOf(symbol)}{static apexType=${JSON.stringify(symbol.name)};`);
    writer.write(`static $st=null;static $s(){return $t.${name}.$st??$.initialize($t.${name});}`);
    emitJsConstructor(symbol, writer);
    const initializers: Initializers = { static: [], instance: [] };
    for (const member of declaration.members) emitMember(member, symbol, unit, initializers, writer);
    writer.at(declaration.endLine);
    if (!symbol.constructors.length) emitDefaultConstructor(symbol, writer);
    emitInitialization(symbol, initializers, writer);
    writer.write('}');
}

function baseOf(symbol: ProjectTypeSymbol): string {
    const parent = symbol.superType;
    if (isProjectType(parent?.symbol)) return `$t.${jsClassName(parent.symbol)}`;
    return isException(symbol) ? '$.ApexException' : '$.ApexObject';
}

/** Is the class an exception? */
export function isException(symbol: ProjectTypeSymbol): boolean {
    return !!symbol.superType && !!supertypeNamed(symbol.superType, 'Exception');
}

function emitEnum(symbol: ProjectTypeSymbol, writer: Writer): void {
    const type = JSON.stringify(symbol.name);
    const constants = symbol.declaration.enumConstants;
    const values = constants.map(
        (constant, index) =>
            `static v$${constant.name}=$.enumConstant(${type},${JSON.stringify(constant.name)},${index});`
    );
    const list = constants.map((constant) => `this.v$${constant.name}`).join(',');
    writer.write(`class ${jsClassName(symbol)}{static apexType=${type};${values.join('')}static $values=[${list}];}`);
}

function emitInterface(symbol: ProjectTypeSymbol, writer: Writer): void {
    writer.write(`class ${jsClassName(symbol)} extends $.ApexObject{static apexType=${JSON.stringify(symbol.name)};}`);
}

function storedFields(symbol: ProjectTypeSymbol, isStatic: boolean): FieldSymbol[] {
    return [...symbol.fieldTable.values()].filter((field) => field.isStatic === isStatic);
}

function emitJsConstructor(symbol: ProjectTypeSymbol, writer: Writer): void {
    const fields = storedFields(symbol, false).map((field) => `this.${field.storage}=null;`);
    const typeName = JSON.stringify(symbol.name);
    writer.write(isException(symbol) ? `constructor($type=${typeName}){super($type);` : 'constructor(){super();');
    writer.write(`${fields.join('')}}`);
}

function emitMember(
    member: Ast.Member,
    symbol: ProjectTypeSymbol,
    unit: UnitContext,
    initializers: Initializers,
    writer: Writer
): void {
    writer.at(member.line);
    switch (member.kind) {
        case 'method':
            return emitMethod(member, symbol, unit, writer);
        case 'constructor':
            return emitConstructor(member, symbol, unit, writer);
        case 'property':
            return emitProperty(member, symbol, unit, writer);
        case 'field':
            return emitFieldInitializer(member, symbol, unit, initializers, writer);
        case 'initializer':
            return emitInitializer(member, symbol, unit, initializers, writer);
        default:
            return emitInnerType(member, symbol, unit, writer);
    }
}

function emitInnerType(
    member: Ast.TypeDeclaration,
    symbol: ProjectTypeSymbol,
    unit: UnitContext,
    writer: Writer
): void {
    const inner = symbol.inner.get(member.name.toLowerCase());
    if (!inner || inner.declaration !== member) return;
    writer.write(`static inner$${member.name}(){return `);
    emitType(inner, unit, writer);
    writer.write(';}');
}

/** A place in a class outside its methods. */
export function classContext(symbol: ProjectTypeSymbol, unit: UnitContext, isStatic: boolean): CodeContext {
    return {
        unit,
        owner: symbol,
        isStatic,
        returnType: null,
        scope: new Scope(),
        triggerObject: null,
        accessorOf: null,
        initializing: true,
        constructorSymbol: null,
        loopDepth: 0,
        calls: { made: false }
    };
}

function emitFieldInitializer(
    member: Ast.FieldDeclaration,
    symbol: ProjectTypeSymbol,
    unit: UnitContext,
    initializers: Initializers,
    writer: Writer
): void {
    const field = symbol.fieldTable.get(member.name.toLowerCase());
    if (!member.initializer || !field) return;
    const context = classContext(symbol, unit, field.isStatic);
    const mark = unit.errors.length;
    const value = coerce(translate(member.initializer, context), field.type, context, member);
    const name = addInitializer(initializers, field.isStatic, symbol);
    const target = field.isStatic ? '$s' : 'this';
    writer.write(
        `${field.isStatic ? 'static ' : ''}${name}($s){${unit.stopAfter(mark)}${target}.${field.storage}=${value};}`
    );
    trace(symbol, unit, member.line, member.line, field.isStatic ? '<clinit>' : '<init>');
}

function emitInitializer(
    member: Ast.InitializerDeclaration,
    symbol: ProjectTypeSymbol,
    unit: UnitContext,
    initializers: Initializers,
    writer: Writer
): void {
    const context = classContext(symbol, unit, member.static);
    const name = addInitializer(initializers, member.static, symbol);
    writer.write(`${member.static ? 'static ' : ''}${name}()`);
    emitBlockOf(member.body, context, sharingOf(symbol), writer);
    trace(symbol, unit, member.line, member.body.endLine, member.static ? '<clinit>' : '<init>');
}

function addInitializer(initializers: Initializers, isStatic: boolean, symbol: ProjectTypeSymbol): string {
    const list = isStatic ? initializers.static : initializers.instance;
    const name = `${isStatic ? 'clinit' : 'fields'}$${jsClassName(symbol)}$${list.length}`;
    list.push(name);
    return name;
}

function trace(symbol: ProjectTypeSymbol, unit: UnitContext, from: number, to: number, member: string): void {
    unit.traces.push({ from, to, label: `Class.${symbol.name}.${member}` });
}

/** Emits what runs the initialisers: once for the class, and for each new object. */
function emitInitialization(symbol: ProjectTypeSymbol, initializers: Initializers, writer: Writer): void {
    const name = jsClassName(symbol);
    const nulls = storedFields(symbol, true).map((field) => `$s.${field.storage}=null;`);
    const statics = initializers.static.map((method) => `$t.${name}.${method}($s);`);
    writer.write(`static clinit$($s){${[...nulls, ...statics].join('')}}`);
    const instance = initializers.instance.map((method) => `this.${method}();`).join('');
    writer.write(`fields$${name}(){${instance}}`);
    if (isException(symbol)) writer.write(`allFields$(){super.allFields$?.();this.fields$${name}();}`);
}
