import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import { DatabaseResultValue } from '../database/results.ts';
import type { Implementation } from '../registry.ts';
import { SObjectValue } from '../values/sobject.ts';

const lockedBy = new WeakMap<object, Set<string>>();

/** Ids of the records that are locked: those of the test, or of the org. */
function locked(): Set<string> {
    const { test, org } = context();
    const owner = test ?? org.storage;
    const known = lockedBy.get(owner) ?? new Set();
    lockedBy.set(owner, known);
    return known;
}

function idOf(target: unknown): string {
    return target instanceof SObjectValue ? (target.id ?? '') : String(target);
}

function change(kind: 'Lock' | 'Unlock', target: unknown): DatabaseResultValue {
    const id = idOf(target);
    context().transaction.limits.consume('DmlStatements');
    if (kind === 'Lock') locked().add(id);
    else locked().delete(id);
    return new DatabaseResultValue(`Approval.${kind}Result`, { success: true, id, errors: [] });
}

function changes(kind: 'Lock' | 'Unlock'): Record<string, Implementation> {
    const result = `Approval.${kind}Result`;
    const name = kind.toLowerCase();
    const one: Implementation = (target: unknown) => change(kind, target);
    const many: Implementation = (targets: ApexList) =>
        new ApexList(
            result,
            targets.items.map((target) => change(kind, target))
        );
    return Object.fromEntries(
        ['Id', 'SObject'].flatMap((type) => [
            [`${result} ${name}(${type} target)`, one],
            [`${result} ${name}(${type} target, Boolean allOrNothing)`, one],
            [`List<${result}> ${name}(List<${type}> targets)`, many],
            [`List<${result}> ${name}(List<${type}> targets, Boolean allOrNothing)`, many]
        ])
    );
}

definePlatformClass({
    name: 'Approval',
    statics: {
        ...changes('Lock'),
        ...changes('Unlock'),
        'Boolean isLocked(Id id)': (id: string) => locked().has(id),
        'Boolean isLocked(SObject record)': (record: SObjectValue) => locked().has(idOf(record)),
        'Map<Id,Boolean> isLocked(List<Id> ids)': (ids: ApexList<string>) =>
            new ApexMap(
                'Id',
                'Boolean',
                ids.items.map((id) => [id, locked().has(id)] as const)
            )
    }
});

for (const name of ['Approval.LockResult', 'Approval.UnlockResult']) {
    definePlatformClass({
        name,
        methods: {
            'Boolean isSuccess()': (self: DatabaseResultValue) => self.result.success,
            'Id getId()': (self: DatabaseResultValue) => self.result.id,
            'List<Database.Error> getErrors()': (self: DatabaseResultValue) => self.errors
        }
    });
}
