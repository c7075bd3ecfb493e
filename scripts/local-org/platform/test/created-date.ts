import { context } from '../context.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { ApexException } from '../values/exception.ts';
import { SObjectValue } from '../values/sobject.ts';
import type { Access } from '../../data/types.ts';

/** Test.setCreatedDate: changes when a record says it was made, past triggers and rules. */
export function setCreatedDate(recordId: string, created: ApexDatetime): void {
    const { org, user } = context();
    const object = org.schema.objectByKeyPrefix(recordId.slice(0, 3));
    if (!object?.field('CreatedDate')) throw new ApexException('TypeException', `Invalid record id: ${recordId}`);
    const access: Access = { userId: user.id, mode: 'system', sharing: false };
    const record = new SObjectValue(object.name);
    record.id = recordId;
    record.fields.set('CreatedDate', created);
    org.data.dml('update', [record], { access, allOrNone: true, auditFields: true, bypassAutomation: true });
    const soql = `SELECT CreatedDate FROM ${object.name} WHERE Id = :id`;
    const stored = org.data.query(soql, () => recordId, access)[0]?.fields.get('CreatedDate');
    if (stored instanceof ApexDatetime && stored.epoch === created.epoch) return;
    throw new NotImplementedError('Test.setCreatedDate: the data engine kept the date of creation');
}
