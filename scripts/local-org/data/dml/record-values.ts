import type { DateTime } from 'luxon';
import type { SObjectValue } from '../../platform/values/index.ts';
import { NotImplementedError } from '../../platform/not-implemented.ts';
import { evaluateFormula } from '../formula/evaluate.ts';
import { formulaValue, toApex } from '../formula/index.ts';
import type { Formulas } from '../formula/index.ts';
import type { FormulaValue } from '../formula/values.ts';
import type { FieldSchema, ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import type { Rows } from '../storage/rows.ts';

/** Values of global variables by path: `['$User', 'Title']`. */
export interface FormulaGlobals {
    /** @throws NotImplementedError naming a variable that the local org does not know */
    value(path: string[]): FormulaValue;
}

/** Values of a record that is being saved, with computed fields and parents, for formulas and triggers. */
export class RecordValues {
    private readonly schema: SchemaRegistry;
    private readonly rows: Rows;
    private readonly formulas: Formulas;
    private readonly globals: FormulaGlobals;
    private readonly now: DateTime;
    private readonly parents = new Map<string, SObjectValue | undefined>();

    constructor(schema: SchemaRegistry, rows: Rows, formulas: Formulas, globals: FormulaGlobals, now: DateTime) {
        this.schema = schema;
        this.rows = rows;
        this.formulas = formulas;
        this.globals = globals;
        this.now = now;
    }

    /** Evaluates a formula for a record and, where the formula asks for it, its state before. */
    evaluate(source: string, record: SObjectValue, old: SObjectValue | null, blankAsZero = false): FormulaValue {
        const object = this.schema.object(record.objectName) as ObjectSchema;
        return evaluateFormula(this.formulas.parse(source), {
            now: this.now,
            isNew: old === null,
            blankAsZero,
            isNumber: (path) => isNumber(this.fieldAt(object, path)),
            value: (path) => this.at(record, path),
            prior: (path) => (old ? this.at(old, path) : null)
        });
    }

    /** The value of a field, computed when it has no column. */
    field(record: SObjectValue, field: FieldSchema): unknown {
        if (field.derivedFrom) return this.derived(record, field.derivedFrom.reference, field.derivedFrom.field);
        if (field.derivedFact) return this.fact(record, field);
        if (field.formula) {
            const blankAsZero = field.formulaTreatBlanksAs !== 'BlankAsBlank';
            return toApex(this.evaluate(field.formula, record, null, blankAsZero), field);
        }
        return record.fields.get(field.name) ?? (field.apexType === 'Boolean' ? false : null);
    }

    private derived(record: SObjectValue, reference: string, name: string): unknown {
        const object = this.schema.object(record.objectName) as ObjectSchema;
        const source = reference === '' ? record : this.parent(record, object.field(reference) as FieldSchema);
        const field = source && this.schema.object(source.objectName)?.field(name);
        return source && field ? this.field(source, field) : null;
    }

    private fact(record: SObjectValue, field: FieldSchema): unknown {
        const { picklist, fact } = field.derivedFact as { picklist: string; fact: string };
        const object = this.schema.object(record.objectName);
        const values = object?.field(picklist)?.picklistValues ?? [];
        const value = values.find((candidate) => candidate.value === record.fields.get(picklist));
        return value?.facts?.[fact] ?? (field.apexType === 'Boolean' ? false : null);
    }

    private fieldAt(object: ObjectSchema, path: string[]): FieldSchema | undefined {
        let current: ObjectSchema | undefined = object;
        for (const step of path.slice(0, -1)) {
            current = this.schema.object(current?.relationship(step)?.referenceTo[0] ?? '');
        }
        return current?.field(path[path.length - 1]);
    }

    private at(start: SObjectValue, path: string[]): FormulaValue {
        if (path[0].toLowerCase() === '$recordtype') return this.at(start, ['RecordType', ...path.slice(1)]);
        if (path[0].startsWith('$')) return this.globals.value(path);
        let record: SObjectValue | undefined = start;
        for (const step of path.slice(0, -1)) {
            const reference: FieldSchema | undefined =
                record && this.schema.object(record.objectName)?.relationship(step);
            if (record && !reference) throw new NotImplementedError(`formula reference ${path.join('.')}`);
            record = record && reference ? this.parent(record, reference) : undefined;
        }
        if (!record) return null;
        const field = this.schema.object(record.objectName)?.field(path[path.length - 1]);
        if (!field) throw new NotImplementedError(`formula reference ${path.join('.')} of ${start.objectName}`);
        return formulaValue(field, this.field(record, field));
    }

    private parent(record: SObjectValue, reference: FieldSchema): SObjectValue | undefined {
        const inMemory = record.parents.get(reference.relationshipName ?? '');
        if (inMemory) return inMemory;
        const id = record.fields.get(reference.name);
        if (typeof id !== 'string') return undefined;
        if (!this.parents.has(id)) {
            const object = this.schema.objectByKeyPrefix(id.slice(0, 3));
            this.parents.set(id, object && this.rows.load(object, [id], true).get(id));
        }
        return this.parents.get(id);
    }
}

function isNumber(field: FieldSchema | undefined): boolean {
    return ['Decimal', 'Integer', 'Double', 'Long'].includes(field?.apexType ?? '');
}
