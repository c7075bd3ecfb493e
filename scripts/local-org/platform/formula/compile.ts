import { formulaFunctions } from '../../data/formula/evaluate.ts';
import { type FormulaNode, formulaReferences, FormulaSyntaxError, parseFormula } from '../../data/formula/parser.ts';
import { context } from '../context.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { ApexException } from '../values/exception.ts';

/** What a formula is to be built from. */
export interface FormulaSource {
    formula: string | null;
    /** An SObject type or a global Apex class. */
    typeName: string | null;
    returnType: string | null;
    globals: string[];
    template: boolean;
}

/** A formula whose names are known to exist. */
export interface CompiledFormula {
    node: FormulaNode;
    references: string[][];
    returnType: string;
}

/** @throws ApexException FormulaValidationException when the formula cannot be read or names what its type has not */
export function compileFormula(source: FormulaSource): CompiledFormula {
    if (source.template) throw new NotImplementedError('FormulaEval.FormulaBuilder.parseAsTemplate(true)');
    if (!source.formula?.trim()) throw invalid('Formula is required');
    const node = parse(source.formula);
    const references = formulaReferences(node);
    for (const name of functionsOf(node)) {
        if (!formulaFunctions.has(name)) throw invalid(`Unknown function ${name}. Check spelling.`);
    }
    for (const path of references) checkReference(path, source);
    return { node, references, returnType: source.returnType ?? 'STRING' };
}

function parse(formula: string): FormulaNode {
    try {
        return parseFormula(formula);
    } catch (error) {
        if (error instanceof FormulaSyntaxError) throw invalid(error.message);
        throw error;
    }
}

function* functionsOf(node: FormulaNode): Generator<string> {
    if (node.kind === 'call') {
        yield node.name;
        for (const parameter of node.parameters) yield* functionsOf(parameter);
    }
    if (node.kind === 'operation') {
        yield* functionsOf(node.left);
        yield* functionsOf(node.right);
    }
    if (node.kind === 'negation') yield* functionsOf(node.operand);
}

function checkReference(path: string[], source: FormulaSource): void {
    if (path[0].startsWith('$')) {
        if (!source.globals.includes(path[0].slice(1).toUpperCase()))
            throw invalid(`Field ${path.join('.')} does not exist. Check spelling.`);
        return;
    }
    let type = source.typeName;
    for (const step of path) {
        const next = type === null ? null : typeOfMember(type, step);
        if (next === null) throw invalid(`Field ${path.join('.')} does not exist. Check spelling.`);
        type = next;
    }
}

/** The type of a field, parent or global property; null when there is none. */
function typeOfMember(typeName: string, name: string): string | null {
    const { schema, types } = context().org;
    const object = schema.object(typeName);
    if (object) return object.field(name)?.apexType ?? object.relationship(name)?.referenceTo[0] ?? null;
    if (!types.isGlobal(typeName)) return null;
    const members = types.members(typeName) ?? [];
    return members.find((member) => member.isGlobal && sameName(member.name, name))?.type ?? null;
}

/** Names of formulas have no case. */
export function sameName(left: string, right: string): boolean {
    return left.toLowerCase() === right.toLowerCase();
}

function invalid(message: string): ApexException {
    return new ApexException('FormulaValidationException', message);
}
