import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { PlatformObject } from '../values/object.ts';

/** What a change event says of the change. */
const PROPERTIES: Record<string, string> = {
    changeOrigin: 'String',
    changeType: 'String',
    changedFields: 'List<String>',
    commitNumber: 'Long',
    commitTimestamp: 'Long',
    commitUser: 'String',
    diffFields: 'List<String>',
    entityName: 'String',
    nulledFields: 'List<String>',
    recordIds: 'List<String>',
    sequenceNumber: 'Integer',
    transactionKey: 'String'
};

/** An EventBus.ChangeEventHeader. */
export class ChangeEventHeaderValue extends PlatformObject {
    readonly apexTypeName = 'EventBus.ChangeEventHeader';
    readonly values = new Map<string, unknown>();
}

function getterOf(name: string): Implementation {
    return (self: ChangeEventHeaderValue) => self.values.get(name) ?? null;
}

const names = Object.entries(PROPERTIES);

definePlatformClass({
    name: 'EventBus.ChangeEventHeader',
    constructors: { 'ChangeEventHeader()': () => new ChangeEventHeaderValue() },
    methods: Object.fromEntries(
        names.map(([name, type]) => [`${type} get${name[0].toUpperCase()}${name.slice(1)}()`, getterOf(name)])
    ),
    properties: Object.fromEntries(
        names.map(([name, type]) => [
            `${type} ${name}`,
            {
                get: getterOf(name),
                set: (self: ChangeEventHeaderValue, value: unknown) => void self.values.set(name, value)
            }
        ])
    )
});
