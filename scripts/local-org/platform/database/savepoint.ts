import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';

/** A System.Savepoint. */
export class SavepointValue extends PlatformObject {
    readonly apexTypeName = 'Savepoint';
    readonly name: string;
    readonly uncommittedBefore: boolean;
    /** How many jobs waited: those enqueued since are undone too, save events published at once. */
    readonly jobsBefore: number;

    constructor(name: string, uncommittedBefore: boolean, jobsBefore: number) {
        super();
        this.jobsBefore = jobsBefore;
        this.name = name;
        this.uncommittedBefore = uncommittedBefore;
    }
}

definePlatformClass({ name: 'Savepoint' });

/** Members of Database about savepoints. */
export const savepointMethods: Record<string, Implementation> = {
    'Savepoint setSavepoint()': setSavepoint,
    'void rollback(Savepoint databaseSavepoint)': rollback,
    'void releaseSavepoint(Savepoint databaseSavepoint)': release
};

function setSavepoint(): SavepointValue {
    const { transaction, org } = context();
    transaction.limits.consume('DmlStatements');
    const savepoint = new SavepointValue(
        org.data.savepoint(),
        transaction.uncommittedWork,
        transaction.asyncQueue.length
    );
    transaction.savepoints.push({ id: savepoint.name, name: savepoint.name });
    transaction.uncommittedWork = true;
    return savepoint;
}

function rollback(savepoint: SavepointValue | null): void {
    const position = positionOf(savepoint);
    const { transaction, org } = context();
    transaction.limits.consume('DmlStatements');
    org.data.rollbackTo(savepoint!.name);
    transaction.savepoints.splice(position + 1);
    const later = transaction.asyncQueue.splice(savepoint!.jobsBefore);
    transaction.asyncQueue.push(...later.filter(({ immediate }) => immediate));
}

function release(savepoint: SavepointValue | null): void {
    const position = positionOf(savepoint);
    const { transaction, org } = context();
    org.data.releaseSavepoint(savepoint!.name);
    transaction.savepoints.splice(position);
    transaction.uncommittedWork = savepoint!.uncommittedBefore;
}

function positionOf(savepoint: SavepointValue | null): number {
    if (savepoint === null) throw nullArgument();
    const position = context().transaction.savepoints.findIndex((open) => open.id === savepoint.name);
    if (position < 0)
        throw new ApexException('TypeException', 'Savepoint is invalid: it was released or rolled back past');
    return position;
}
