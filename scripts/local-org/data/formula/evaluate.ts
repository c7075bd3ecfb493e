import { NotImplementedError } from '../../platform/not-implemented.ts';
import { BigNumber } from '../../platform/values/index.ts';
import { FUNCTIONS } from './functions.ts';
import type { FormulaMoment } from './functions.ts';
import type { FormulaNode } from './parser.ts';
import { add, compare, equal, isBlank, number, text, truth } from './values.ts';
import type { FormulaValue } from './values.ts';

/** Where a formula gets its values from. */
export interface FormulaRecord extends FormulaMoment {
    value(path: string[]): FormulaValue;
    /** The value before the change; null on insert. */
    prior(path: string[]): FormulaValue;
    isNew: boolean;
    /** Empty numbers count as zero. */
    blankAsZero: boolean;
    /** Is the reference a number field? Only these are affected by blankAsZero. */
    isNumber(path: string[]): boolean;
}

/** @throws NotImplementedError naming a function that the local org does not know */
export function evaluateFormula(node: FormulaNode, record: FormulaRecord): FormulaValue {
    return new Evaluation(record).value(node);
}

/** Names of the functions that look at fields, or do not evaluate all their parameters. */
const LAZY_FUNCTIONS =
    'IF AND OR NOT CASE ISBLANK ISNULL BLANKVALUE NULLVALUE ISPICKVAL ISNEW ISCHANGED PRIORVALUE'.split(' ');

/** Names of all functions that formulas know here. */
export const formulaFunctions: ReadonlySet<string> = new Set([...LAZY_FUNCTIONS, ...Object.keys(FUNCTIONS)]);

type Lazy = (parameters: FormulaNode[]) => FormulaValue;

class Evaluation {
    private readonly record: FormulaRecord;
    /** Functions that do not evaluate all their parameters, or look at fields instead of values. */
    private readonly lazy: Record<string, Lazy> = {
        IF: ([test, yes, no]) => (truth(this.value(test)) ? this.value(yes) : this.value(no)),
        AND: (parameters) => parameters.every((one) => truth(this.value(one))),
        OR: (parameters) => parameters.some((one) => truth(this.value(one))),
        NOT: ([one]) => !truth(this.value(one)),
        CASE: (parameters) => this.choose(parameters),
        ISBLANK: ([one]) => isBlank(this.raw(one)),
        ISNULL: ([one]) => isBlank(this.raw(one)),
        BLANKVALUE: ([one, other]) => (isBlank(this.raw(one)) ? this.value(other) : this.value(one)),
        NULLVALUE: ([one, other]) => (isBlank(this.raw(one)) ? this.value(other) : this.value(one)),
        ISPICKVAL: ([one, other]) => equal(this.value(one), this.value(other)),
        ISNEW: () => this.record.isNew,
        ISCHANGED: ([one]) => !this.record.isNew && !equal(this.raw(one), this.record.prior(pathOf(one))),
        PRIORVALUE: ([one]) => (this.record.isNew ? this.raw(one) : this.record.prior(pathOf(one)))
    };

    constructor(record: FormulaRecord) {
        this.record = record;
    }

    value(node: FormulaNode): FormulaValue {
        const value = this.raw(node);
        if (value !== null || !this.record.blankAsZero || node.kind !== 'reference') return value;
        return this.record.isNumber(node.path) ? new BigNumber(0) : null;
    }

    /** A value whose emptiness is kept. */
    private raw(node: FormulaNode): FormulaValue {
        switch (node.kind) {
            case 'literal':
                return typeof node.value === 'number' ? new BigNumber(node.value) : node.value;
            case 'reference':
                return this.record.value(node.path);
            case 'negation':
                return number(this.value(node.operand))?.negated() ?? null;
            case 'call':
                return this.call(node.name, node.parameters);
            default:
                return this.operation(node.operator, node.left, node.right);
        }
    }

    private call(name: string, parameters: FormulaNode[]): FormulaValue {
        const lazy = this.lazy[name];
        if (lazy) return lazy(parameters);
        const eager = FUNCTIONS[name];
        if (!eager) throw new NotImplementedError(`formula function ${name}`);
        return eager(
            parameters.map((one) => this.value(one)),
            this.record
        );
    }

    private choose(parameters: FormulaNode[]): FormulaValue {
        const subject = this.value(parameters[0]);
        for (let index = 1; index + 1 < parameters.length; index += 2) {
            if (equal(subject, this.value(parameters[index]))) return this.value(parameters[index + 1]);
        }
        return this.value(parameters[parameters.length - 1]);
    }

    private operation(operator: string, leftNode: FormulaNode, rightNode: FormulaNode): FormulaValue {
        if (operator === '&&') return truth(this.value(leftNode)) && truth(this.value(rightNode));
        if (operator === '||') return truth(this.value(leftNode)) || truth(this.value(rightNode));
        const [left, right] = [this.value(leftNode), this.value(rightNode)];
        return operator in COMPARISONS ? comparison(operator, left, right) : arithmetic(operator, left, right);
    }
}

const COMPARISONS: Record<string, (order: number) => boolean> = {
    '<': (order) => order < 0,
    '<=': (order) => order <= 0,
    '>': (order) => order > 0,
    '>=': (order) => order >= 0,
    '=': (order) => order === 0,
    '==': (order) => order === 0,
    '<>': (order) => order !== 0,
    '!=': (order) => order !== 0
};

function comparison(operator: string, left: FormulaValue, right: FormulaValue): boolean {
    if (operator === '=' || operator === '==') return equal(left, right);
    if (operator === '<>' || operator === '!=') return !equal(left, right);
    const order = compare(left, right);
    return order !== null && COMPARISONS[operator](order);
}

function arithmetic(operator: string, left: FormulaValue, right: FormulaValue): FormulaValue {
    if (operator === '&') return text(left) + text(right);
    if (operator === '+') return add(left, right, 1);
    if (operator === '-') return add(left, right, -1);
    const [a, b] = [number(left), number(right)];
    if (a === null || b === null) return null;
    if (operator === '*') return a.times(b);
    if (operator === '^') return a.pow(b);
    return b.isZero() ? null : a.div(b);
}

function pathOf(node: FormulaNode): string[] {
    if (node.kind === 'reference') return node.path;
    throw new NotImplementedError('formula function on something else than a field');
}
