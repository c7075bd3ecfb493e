import type { Location } from '../syntax/ast.ts';
import type { ApexType } from '../types/type.ts';
import type { CodeContext } from './context.ts';
import { type Typed, wrong } from './typed.ts';

const TRIGGER_FLAGS = new Set(['isexecuting', 'isinsert', 'isupdate', 'isdelete', 'isundelete', 'isbefore', 'isafter']);

/** `Trigger.new` and the other context variables. */
export function triggerVariable(parts: string[], context: CodeContext): Typed | null {
    const path = parts.map((part) => part.toLowerCase());
    if (path[0] === 'system') path.shift();
    if (path.length !== 2 || path[0] !== 'trigger') return null;
    const type = triggerVariableType(path[1], context);
    return type ? { code: `$.trigger(${JSON.stringify(path[1])})`, type } : null;
}

function triggerVariableType(name: string, context: CodeContext): ApexType | null {
    const { table } = context.unit;
    const record = context.triggerObject ?? table.sobject;
    if (TRIGGER_FLAGS.has(name)) return table.primitive('Boolean');
    if (name === 'new' || name === 'old') return table.list(record);
    if (name === 'newmap' || name === 'oldmap') return table.generic('Map', [table.primitive('Id'), record]);
    if (name === 'size') return table.primitive('Integer');
    return name === 'operationtype' ? (table.outside('System.TriggerOperation', []) ?? table.error) : null;
}

/** `Label.Some_Text`, also with `System.` before it. */
export function labelNamed(parts: string[], at: Location, context: CodeContext): Typed | null {
    const path = parts[0].toLowerCase() === 'system' ? parts.slice(1) : parts;
    if (path[0]?.toLowerCase() !== 'label' || path.length < 2) return null;
    const name = path.at(-1)!;
    if (!context.unit.environment.hasLabel(name)) return wrong(context, at, `External string does not exist: ${name}`);
    return { code: `$.label(${JSON.stringify(name)})`, type: context.unit.table.primitive('String'), nonNull: true };
}

/** `Schema.SObjectType.Account`: the describe result of an object. */
export function describedObject(parts: string[], context: CodeContext): Typed | null {
    const path = parts[0].toLowerCase() === 'schema' ? parts.slice(1) : parts;
    if (path[0]?.toLowerCase() !== 'sobjecttype' || path.length !== 2) return null;
    const { table } = context.unit;
    const object = table.sobjectType(path[1]);
    const type = table.outside('Schema.DescribeSObjectResult', []);
    return object && type ? { code: `$.describeObject(${JSON.stringify(object.name)})`, type, nonNull: true } : null;
}

/** `Schema.SObjectType.Account.fields.Name`: a describe result; `Account.fields.Name`: the field's token. */
export function describedField(parts: string[], context: CodeContext): Typed | null {
    const path = parts[0].toLowerCase() === 'schema' ? parts.slice(1) : parts;
    const described = path[0]?.toLowerCase() === 'sobjecttype';
    const [object, fields, name, ...rest] = described ? path.slice(1) : path;
    if (rest.length || !name || fields.toLowerCase() !== 'fields') return null;
    const { table } = context.unit;
    const field = table.schema.object(object)?.field(name);
    if (!field) return null;
    const type = table.outside(described ? 'Schema.DescribeFieldResult' : 'Schema.SObjectField', []);
    const maker = described ? 'describeField' : 'fieldToken';
    const code = `$.${maker}(${JSON.stringify(field.object)},${JSON.stringify(field.name)})`;
    return type ? { code, type, nonNull: true } : null;
}
