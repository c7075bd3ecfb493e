import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { once } from '../journal.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import { DatabaseResultValue } from '../database/results.ts';
import type { Implementation } from '../registry.ts';
import type { RecordLocks } from '../../data/types.ts';
import { SObjectValue } from '../values/sobject.ts';

function idOf(target: unknown): string {
    return target instanceof SObjectValue ? (target.id ?? '') : String(target);
}

function locks(): RecordLocks {
    return context().org.data.locks;
}

/** Read once: a transaction that runs again after a callout meets the same locks. */
function lockedOf(ids: string[]): Set<string> {
    return once('a look at record locks', () => locks().locked(ids));
}

function isLocked(target: unknown): boolean {
    return lockedOf([idOf(target)]).size > 0;
}

function areLocked(targets: ApexList): ApexMap<unknown, unknown> {
    const ids = targets.items.map(idOf);
    const locked = lockedOf(ids);
    return new ApexMap<unknown, unknown>(
        'Id',
        'Boolean',
        ids.map((id) => [id, locked.has(id)] as const)
    );
}

function change(kind: 'Lock' | 'Unlock', target: unknown): DatabaseResultValue {
    const id = idOf(target);
    const { transaction } = context();
    transaction.limits.consume('DmlStatements');
    transaction.uncommittedWork = true;
    if (kind === 'Lock') locks().lock(id);
    else locks().unlock(id);
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
        'Boolean isLocked(Id id)': isLocked,
        'Boolean isLocked(SObject record)': isLocked,
        'Map<Id,Boolean> isLocked(List<Id> ids)': areLocked,
        'Map<Id,Boolean> isLocked(List<SObject> records)': areLocked
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
