import { DateTime } from 'luxon';
import { evaluateFormula } from '../../data/formula/evaluate.ts';
import { formulaValue } from '../../data/formula/index.ts';
import { type FormulaValue, fromApex, text } from '../../data/formula/values.ts';
import { context } from '../context.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { ApexDecimal, BigNumber } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { SObjectValue } from '../values/sobject.ts';
import { type CompiledFormula, sameName } from './compile.ts';

/** The value of a formula for a record or an object of an Apex class, as its return type says. */
export function evaluateCompiled({ node, returnType }: CompiledFormula, start: unknown): unknown {
    const { org, user } = context();
    const value = evaluateFormula(node, {
        now: DateTime.fromMillis(org.now(), { zone: user.timeZone }),
        isNew: false,
        blankAsZero: false,
        isNumber: () => false,
        value: (path) => (path[0].startsWith('$') ? globalValue(path) : valueAt(start, path)),
        prior: () => null
    });
    return toReturnType(value, returnType);
}

/** A missing parent leaves the rest of the path empty. */
function valueAt(start: unknown, path: string[]): FormulaValue {
    let value = start;
    for (const step of path) {
        if (value === null || value === undefined) return null;
        value = value instanceof SObjectValue ? recordMember(value, step) : objectMember(value, step);
    }
    return fromApex(value);
}

function recordMember(record: SObjectValue, name: string): unknown {
    const object = context().org.schema.object(record.objectName);
    const field = object?.field(name);
    if (field)
        return formulaValue(field, record.fields.get(field.name) ?? (field.apexType === 'Boolean' ? false : null));
    return record.parents.get(object?.relationship(name)?.relationshipName ?? '') ?? null;
}

function objectMember(value: unknown, name: string): unknown {
    const { types } = context().org;
    const members = types.members(types.typeOf(value)) ?? [];
    return members.find((member) => sameName(member.name, name))?.read(value) ?? null;
}

function globalValue([scope, name]: string[]): FormulaValue {
    const { org, user } = context();
    const system = { userId: user.id, mode: 'system', sharing: false } as const;
    const row = (object: string, id: string): FormulaValue =>
        fromApex(org.data.query(`SELECT ${name} FROM ${object} WHERE Id = :id`, () => id, system)[0]?.fields.get(name));
    switch (scope.toUpperCase()) {
        case '$USER':
            return row('User', user.id);
        case '$PROFILE':
            return row('Profile', user.profileId);
        case '$ORGANIZATION':
            return row('Organization', org.id);
        case '$PERMISSION':
            return org.data.permissions.customPermission(user.id, name);
        case '$LABEL':
            return org.metadata.label(name, user.language) ?? null;
        default:
            throw new NotImplementedError(`formula variable ${scope}.${name}`);
    }
}

function toReturnType(value: FormulaValue, returnType: string): unknown {
    if (returnType === 'BOOLEAN') return value === true;
    if (value === null) return null;
    if (returnType === 'STRING' || returnType === 'ID') return text(value);
    if (!(value instanceof BigNumber)) return value;
    if (returnType === 'INTEGER') return value.trunc().toNumber();
    if (returnType === 'LONG') return BigInt(value.trunc().toFixed());
    return returnType === 'DOUBLE' ? new ApexDouble(value.toNumber()) : ApexDecimal.of(value.toFixed());
}
