import type {
    AccessLevelContext,
    BlockContext,
    ForStatementContext,
    LocalVariableDeclarationContext,
    StatementContext,
    SwitchStatementContext,
    TryStatementContext,
    WhenLiteralContext,
    WhenValueContext
} from '@apexdevtools/apex-parser';
import type * as Ast from './ast.ts';
import { buildExpression, buildExpressionList } from './build-expressions.ts';
import { buildLiteralToken } from './build-literals.ts';
import { buildQualifiedType, buildTypeReference, locationOf } from './build-types.ts';
import { declaredVariable, refuse } from './refusals.ts';

/** A block with its statements. */
export function buildBlock(context: BlockContext): Ast.Block {
    const statements = context.statement_list().map(buildStatement);
    return { ...locationOf(context), kind: 'block', statements, endLine: context.stop?.line ?? context.start.line };
}

/** Any statement. */
export function buildStatement(context: StatementContext): Ast.Statement {
    if (context.block()) return buildBlock(context.block());
    return controlStatement(context) ?? dmlStatement(context) ?? simpleStatement(context);
}

function simpleStatement(context: StatementContext): Ast.Statement {
    const at = locationOf(context);
    const locals = context.localVariableDeclarationStatement();
    if (locals) return buildLocals(locals.localVariableDeclaration());
    const returned = context.returnStatement();
    if (returned)
        return { ...at, kind: 'return', value: returned.expression() ? buildExpression(returned.expression()) : null };
    const thrown = context.throwStatement();
    if (thrown) return { ...at, kind: 'throw', value: buildExpression(thrown.expression()) };
    if (context.breakStatement()) return { ...at, kind: 'break' };
    if (context.continueStatement()) return { ...at, kind: 'continue' };
    return { ...at, kind: 'expression', expression: buildExpression(context.expressionStatement().expression()) };
}

function controlStatement(context: StatementContext): Ast.Statement | null {
    const at = locationOf(context);
    const conditional = context.ifStatement();
    if (conditional) {
        const [then, otherwise] = conditional.statement_list().map(buildStatement);
        const condition = buildExpression(conditional.parExpression().expression());
        return { ...at, kind: 'if', condition, then, otherwise: otherwise ?? null };
    }
    if (context.switchStatement()) return switchStatement(context.switchStatement());
    if (context.forStatement()) return forStatement(context.forStatement());
    if (context.tryStatement()) return tryStatement(context.tryStatement());
    return loopStatement(context);
}

function loopStatement(context: StatementContext): Ast.Statement | null {
    const at = locationOf(context);
    const loop = context.whileStatement();
    if (loop) {
        const condition = buildExpression(loop.parExpression().expression());
        return { ...at, kind: 'while', condition, body: loop.statement() ? buildStatement(loop.statement()) : null };
    }
    const doLoop = context.doWhileStatement();
    if (doLoop) {
        const condition = buildExpression(doLoop.parExpression().expression());
        return { ...at, kind: 'doWhile', condition, body: buildBlock(doLoop.block()) };
    }
    const runAs = context.runAsStatement();
    if (!runAs) return null;
    return {
        ...at,
        kind: 'runAs',
        arguments: buildExpressionList(runAs.expressionList()),
        body: buildBlock(runAs.block())
    };
}

function dmlStatement(context: StatementContext): Ast.Statement | null {
    const at = locationOf(context);
    const merge = context.mergeStatement();
    if (merge) {
        const [master, duplicates] = merge.expression_list().map(buildExpression);
        return { ...at, kind: 'merge', access: accessOf(merge.accessLevel()), master, duplicates };
    }
    const upsert = context.upsertStatement();
    const statement =
        upsert ??
        context.insertStatement() ??
        context.updateStatement() ??
        context.deleteStatement() ??
        context.undeleteStatement();
    if (!statement) return null;
    return {
        ...at,
        kind: 'dml',
        operation: statement.start.text.toLowerCase() as Ast.DmlWord,
        access: accessOf(statement.accessLevel()),
        value: buildExpression(statement.expression()),
        field: upsert?.qualifiedName()?.getText() ?? null
    };
}

function accessOf(context: AccessLevelContext | null): Ast.AccessMode {
    if (!context) return null;
    return context.USER() ? 'user' : 'system';
}

/** A declaration of local variables. */
export function buildLocals(context: LocalVariableDeclarationContext): Ast.LocalVariables {
    const variables = context
        .variableDeclarators()
        .variableDeclarator_list()
        .map((variable) => ({
            ...locationOf(variable),
            name: declaredVariable(variable.id()),
            initializer: variable.expression() ? buildExpression(variable.expression()) : null
        }));
    const final = context.modifier_list().some((modifier) => !!modifier.FINAL());
    return { ...locationOf(context), kind: 'locals', type: buildTypeReference(context.typeRef()), final, variables };
}

function forStatement(context: ForStatementContext): Ast.Statement {
    const at = locationOf(context);
    const control = context.forControl();
    const body = context.statement() ? buildStatement(context.statement()) : null;
    const each = control.enhancedForControl();
    if (each) {
        const type = buildTypeReference(each.typeRef());
        return {
            ...at,
            kind: 'forEach',
            type,
            name: declaredVariable(each.id()),
            iterable: buildExpression(each.expression()),
            body
        };
    }
    const initial = control.forInit();
    refuse(control.forUpdate()?.expressionList().COMMA_list()[0], ')');
    const declared = initial?.localVariableDeclaration();
    return {
        ...at,
        kind: 'for',
        initial: declared ? buildLocals(declared) : initial ? buildExpressionList(initial.expressionList()) : null,
        condition: control.expression() ? buildExpression(control.expression()) : null,
        update: control.forUpdate() ? buildExpressionList(control.forUpdate().expressionList()) : [],
        body
    };
}

function tryStatement(context: TryStatementContext): Ast.Statement {
    const catches = context.catchClause_list().map((clause) => ({
        ...locationOf(clause),
        type: buildQualifiedType(clause.qualifiedName()),
        name: declaredVariable(clause.id()),
        body: buildBlock(clause.block())
    }));
    const last = context.finallyBlock();
    return {
        ...locationOf(context),
        kind: 'try',
        body: buildBlock(context.block()),
        catches,
        finally: last ? buildBlock(last.block()) : null
    };
}

function switchStatement(context: SwitchStatementContext): Ast.Statement {
    const clauses = context.whenControl_list().map((clause) => ({
        ...locationOf(clause),
        values: whenValues(clause.whenValue()),
        body: buildBlock(clause.block())
    }));
    return { ...locationOf(context), kind: 'switch', value: buildExpression(context.expression()), clauses };
}

function whenValues(context: WhenValueContext): Ast.WhenValue[] {
    const at = locationOf(context);
    if (context.ELSE()) return [];
    if (context.id()) {
        return [{ ...at, kind: 'type', type: buildTypeReference(context.typeRef()), variable: context.id().getText() }];
    }
    return context.whenLiteral_list().map(whenLiteral);
}

function whenLiteral(context: WhenLiteralContext): Ast.WhenValue {
    const at = locationOf(context);
    if (context.whenLiteral()) return whenLiteral(context.whenLiteral());
    const name = context.qualifiedName();
    if (name) return { ...at, kind: 'name', parts: name.id_list().map((id) => id.getText()) };
    const literal = buildLiteralToken(context, at);
    const negative = context.SUB_list().length % 2 === 1;
    const expression: Ast.Expression = negative ? { ...at, kind: 'unary', operator: '-', operand: literal } : literal;
    return { ...at, kind: 'literal', expression };
}
