import type { DateTime } from 'luxon';
import { ApexDate, ApexDatetime, ApexDecimal, ApexTime, BigNumber } from '../../platform/values/index.ts';
import type { FieldSchema, SchemaRegistry } from '../schema/types.ts';
import { fromStored, toStored } from '../storage/columns.ts';
import type { SqlValue } from '../storage/database.ts';
import { evaluateFormula } from './evaluate.ts';
import { decodeGlobal } from './global-values.ts';
import { formulaReferences, parseFormula } from './parser.ts';
import type { FormulaNode } from './parser.ts';
import { fromApex } from './values.ts';
import type { FormulaValue } from './values.ts';

interface CompiledFormula {
    node: FormulaNode;
    references: string[][];
    /** Field that each reference ends at, for the type of its value; undefined for global variables. */
    fields: (FieldSchema | undefined)[];
}

/** Formulas of the schema, parsed once. */
export class Formulas {
    private readonly schema: () => SchemaRegistry;
    private readonly now: () => DateTime;
    private readonly parsed = new Map<string, FormulaNode>();
    private readonly compiled = new WeakMap<FieldSchema, CompiledFormula>();

    constructor(schema: () => SchemaRegistry, now: () => DateTime) {
        this.schema = schema;
        this.now = now;
    }

    /** @throws FormulaSyntaxError */
    parse(source: string): FormulaNode {
        const known = this.parsed.get(source);
        if (known) return known;
        const node = parseFormula(source);
        this.parsed.set(source, node);
        return node;
    }

    /** Paths that a formula field reads, in the order of the parameters of `formula_value`. */
    references(field: FieldSchema): string[][] {
        return this.compile(field).references;
    }

    private compile(field: FieldSchema): CompiledFormula {
        const known = this.compiled.get(field);
        if (known) return known;
        const node = this.parse(field.formula as string);
        const references = formulaReferences(node);
        const fields = references.map((path) => this.fieldAt(field.object, path));
        const compiled = { node, references, fields };
        this.compiled.set(field, compiled);
        return compiled;
    }

    private fieldAt(objectName: string, path: string[]): FieldSchema | undefined {
        let object = this.schema().object(objectName);
        for (const part of path.slice(0, -1)) {
            const step = part.replace(/^\$RecordType$/i, 'RecordType');
            const targets: string[] = object?.relationship(step)?.referenceTo ?? [];
            object = this.schema().object(targets.includes('User') ? 'User' : (targets[0] ?? ''));
        }
        return object?.field(path[path.length - 1]);
    }

    /** The function of the database that computes a formula field from the stored values of its references. */
    evaluateStored(name: string, values: SqlValue[]): SqlValue {
        const [objectName, fieldName] = name.split('.');
        const field = this.schema().object(objectName)?.field(fieldName) as FieldSchema;
        const { node, references, fields } = this.compile(field);
        const position = (path: string[]): number => references.findIndex((one) => sameAs(one, path));
        const result = evaluateFormula(node, {
            now: this.now(),
            isNew: false,
            blankAsZero: field.formulaTreatBlanksAs !== 'BlankAsBlank',
            isNumber: (path) =>
                ['Decimal', 'Integer', 'Double', 'Long'].includes(fields[position(path)]?.apexType ?? ''),
            value: (path) =>
                isGlobal(path)
                    ? decodeGlobal(values[position(path)] as string | null)
                    : storedValue(fields[position(path)], values[position(path)]),
            prior: () => null
        });
        return toStored(field, toApex(result, field));
    }
}

/** `$RecordType` belongs to the record. */
function isGlobal(path: string[]): boolean {
    return path[0].startsWith('$') && path[0].toLowerCase() !== '$recordtype';
}

function sameAs(one: string[], other: string[]): boolean {
    return one.join('.').toLowerCase() === other.join('.').toLowerCase();
}

function storedValue(field: FieldSchema | undefined, value: SqlValue): FormulaValue {
    return field ? formulaValue(field, fromStored(field, value)) : null;
}

/** A field's value in a formula: 25 percent counts as 0.25. */
export function formulaValue(field: FieldSchema, value: unknown): FormulaValue {
    const plain = fromApex(value);
    return field.type === 'PERCENT' && plain instanceof BigNumber ? plain.div(100) : plain;
}

/** The result of a formula as a value of the field that holds it. */
export function toApex(value: FormulaValue, field: FieldSchema): unknown {
    if (value instanceof BigNumber) {
        if (field.apexType === 'Integer') return value.toNumber();
        if (field.apexType === 'String') return value.toFixed();
        return ApexDecimal.of((field.type === 'PERCENT' ? value.times(100) : value).toFixed());
    }
    if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) return value;
    if (field.apexType === 'Boolean') return value === true;
    return value;
}
