import type { Access } from '../types.ts';
import type { DmlEnvironment } from './environment.ts';
import { fail, type Work } from './work.ts';

/** Refuses the records that are locked, in system mode too. */
export function refuseLocked(objectName: string, works: Work[], access: Access, { locks }: DmlEnvironment): void {
    const ids = works.map(({ record }) => record.id as string);
    const closed = locks.closedTo(access.userId, objectName, ids);
    for (const work of works)
        if (closed.has(work.record.id as string)) fail(work, 'ENTITY_IS_LOCKED', 'the entity is locked for editing');
}
