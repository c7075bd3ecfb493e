import type * as Ast from '../syntax/ast.ts';
import { annotationValue, hasAnnotation, jsClassName } from '../types/naming.ts';
import { isProjectType, type MethodSymbol, type ProjectTypeSymbol } from '../types/symbols.ts';
import type { CodeContext, UnitContext } from './context.ts';
import { Scope } from './scope.ts';
import { countStatement, emitBlock, emitStatements } from './statements.ts';
import { translate } from './expressions.ts';
import type { Writer } from './writer.ts';

/** From this version on a class that says nothing about sharing is `with sharing`. */
const SHARING_BY_DEFAULT = 67;

export type Sharing = 'with' | 'without' | 'inherited';

/** How a class wants rows to be filtered; `inherited` leaves it to the caller. */
export function sharingOf(symbol: ProjectTypeSymbol): Sharing {
    const { words } = symbol.declaration.modifiers;
    if (words.has('without sharing')) return 'without';
    if (words.has('inherited sharing')) return 'inherited';
    return words.has('with sharing') || symbol.apiVersion >= SHARING_BY_DEFAULT ? 'with' : 'inherited';
}

/** Emits a block; code that calls or queries something runs in the sharing mode of its class. */
export function emitBlockOf(
    body: Ast.Block,
    context: CodeContext,
    sharing: Sharing,
    writer: Writer,
    before = ''
): boolean {
    writer.write(`{${before}`);
    const open = writer.reserve();
    const mark = context.unit.errors.length;
    const completes = emitStatements(body.statements, context, writer);
    writer.at(body.endLine);
    const stop = context.unit.stopAfter(mark);
    if (stop) open(stop);
    else if (context.calls.made && sharing !== 'inherited') {
        open(`const $w=$.enter("${sharing}");try{`);
        writer.write('}finally{$.leave($w);}');
    }
    writer.write('}');
    return completes;
}

function methodContext(symbol: ProjectTypeSymbol, unit: UnitContext, method: MethodSymbol): CodeContext {
    return {
        unit,
        owner: symbol,
        isStatic: method.isStatic,
        returnType: method.returnType,
        scope: new Scope(),
        triggerObject: null,
        accessorOf: null,
        initializing: false,
        constructorSymbol: null,
        loopDepth: 0,
        calls: { made: false }
    };
}

function declareParameters(parameters: Ast.Parameter[], method: MethodSymbol, context: CodeContext): string {
    const codes = parameters.map((parameter, index) => {
        if (context.scope.find(parameter.name)) context.unit.report(parameter, `Duplicate variable: ${parameter.name}`);
        return context.scope.declare(parameter.name, method.parameters[index]).code;
    });
    return codes.join(',');
}

/** Emits a method; abstract ones have no code. */
export function emitMethod(
    member: Ast.MethodDeclaration,
    symbol: ProjectTypeSymbol,
    unit: UnitContext,
    writer: Writer
): void {
    const method = symbol.methods(member.name.toLowerCase()).find((candidate) => candidate.declaration === member);
    if (!method) return;
    if (!member.body) {
        if (!method.isAbstract) unit.report(member, 'Method must have a body');
        return;
    }
    if (method.isAbstract) unit.report(member, 'Abstract methods cannot have a body');
    const context = methodContext(symbol, unit, method);
    const parameters = declareParameters(member.parameters, method, context);
    const key = futureKey(member, method, symbol, parameters, writer);
    writer.write(`${method.isStatic ? 'static ' : ''}${key}(${parameters})`);
    const completes = emitBlockOf(
        member.body,
        context,
        sharingOf(symbol),
        writer,
        staticPrologue(symbol, method.isStatic)
    );
    if (completes && method.returnType.kind !== 'void' && method.returnType.kind !== 'error') {
        unit.report(
            { line: member.body.endLine, column: 1 },
            `Missing return statement required return type: ${method.returnType.name}`
        );
    }
    unit.traces.push({ from: member.line, to: member.endLine, label: `Class.${symbol.name}.${member.name}` });
}

/** A future method is called through one that puts its call into the queue. */
function futureKey(
    member: Ast.MethodDeclaration,
    method: MethodSymbol,
    symbol: ProjectTypeSymbol,
    parameters: string,
    writer: Writer
): string {
    if (!hasAnnotation(member.modifiers, 'future')) return method.key;
    const key = `future$${method.key}`;
    const callout = annotationValue(member.modifiers, 'future', 'callout') === true;
    writer.write(
        `static ${method.key}(${parameters}){$.future("${symbol.name}.${member.name}",[${parameters}],(...$a)=>$t.${jsClassName(symbol)}.${key}(...$a),${callout},"${key}");}`
    );
    return key;
}

/** Using a class runs its static initialisers, also when no static field is touched. */
function staticPrologue(symbol: ProjectTypeSymbol, isStatic: boolean): string {
    const active = symbol.declaration.members.some(
        (member) =>
            (member.kind === 'initializer' && member.static) ||
            (member.kind === 'field' && member.modifiers.words.has('static') && !!member.initializer)
    );
    return isStatic && active ? `$t.${jsClassName(symbol)}.$s();` : '';
}

/** Emits a constructor: the call of another one, then the initialisers of the fields, then the body. */
export function emitConstructor(
    member: Ast.ConstructorDeclaration,
    symbol: ProjectTypeSymbol,
    unit: UnitContext,
    writer: Writer
): void {
    const method = symbol.constructors.find((candidate) => candidate.declaration === member);
    if (!method) return;
    const context: CodeContext = { ...methodContext(symbol, unit, method), returnType: null, initializing: true };
    const parameters = declareParameters(member.parameters, method, context);
    writer.write(`${method.key}(${parameters}){${staticPrologue(symbol, true)}`);
    const [first] = member.body.statements;
    const call = first?.kind === 'expression' && first.expression.kind === 'constructorCall' ? first.expression : null;
    if (call) {
        writer.at(first.line);
        countStatement(first, context, writer);
        writer.write(`${translate(call, { ...context, constructorSymbol: method }).code};`);
    } else {
        writer.write(implicitSuper(symbol, unit, member));
    }
    if (call?.target !== 'this') writer.write(`this.fields$${jsClassName(symbol)}();`);
    const statements = call ? member.body.statements.slice(1) : member.body.statements;
    emitConstructorBody(member, statements, context, symbol, writer);
    unit.traces.push({ from: member.line, to: member.endLine, label: `Class.${symbol.name}.<init>` });
}

/** A `return` in a constructor leaves its body; the new object is what the JS method returns. */
function emitConstructorBody(
    member: Ast.ConstructorDeclaration,
    statements: Ast.Statement[],
    context: CodeContext,
    symbol: ProjectTypeSymbol,
    writer: Writer
): void {
    const returns = context.unit.temporary();
    writer.write(`${returns}:{`);
    const body: Ast.Block = { ...member.body, statements };
    emitBlockOf(body, { ...context, constructorExit: returns }, sharingOf(symbol), writer);
    writer.write('}return this;}');
}

function implicitSuper(symbol: ProjectTypeSymbol, unit: UnitContext, at: Ast.Location): string {
    const parent = symbol.superType?.symbol;
    if (!isProjectType(parent)) return '';
    const plain = parent.constructors.find((constructor) => !constructor.parameters.length);
    if (parent.constructors.length && !plain) {
        unit.report(at, `Constructor not defined: [${parent.name}].<Constructor>()`);
    }
    return `this.init$${jsClassName(parent)}();`;
}

/** Emits the constructor of a class that declares none. */
export function emitDefaultConstructor(symbol: ProjectTypeSymbol, writer: Writer): void {
    const parent = symbol.superType?.symbol;
    const before = isProjectType(parent) ? `this.init$${jsClassName(parent)}();` : '';
    const name = jsClassName(symbol);
    writer.write(`init$${name}(){${staticPrologue(symbol, true)}${before}this.fields$${name}();return this;}`);
}

/** Emits the statements of a trigger or an anonymous block as a function body. */
export function emitTopLevel(statements: Ast.Statement[], context: CodeContext, endLine: number, writer: Writer): void {
    const mark = context.unit.errors.length;
    writer.write('{');
    const open = writer.reserve();
    emitBlock({ kind: 'block', line: 1, column: 1, statements, endLine }, context, writer);
    open(context.unit.stopAfter(mark));
    writer.write('}');
}
