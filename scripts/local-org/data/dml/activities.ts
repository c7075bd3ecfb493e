import { ApexDate, ApexDatetime, SObjectValue } from '../../platform/values/index.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { DmlEnvironment } from './environment.ts';
import { fail } from './work.ts';
import type { Work } from './work.ts';

const MINUTE = 60_000;

/** The account of a task or event, and the times of an event that follow from each other. */
export function derivePlace(work: Work, environment: DmlEnvironment): void {
    if (work.record.objectName === 'Event') deriveTimes(work);
    work.record.fields.set('AccountId', accountOf(work.record, environment));
}

/** An activity belongs to the account of what it is about, else of whom it is with (Object Reference: Task, AccountId). */
function accountOf(record: SObjectValue, environment: DmlEnvironment): string | null {
    const [what, who] = [record.fields.get('WhatId'), record.fields.get('WhoId')] as (string | null | undefined)[];
    if (what?.startsWith('001')) return what;
    for (const id of [what, who]) {
        const parent = id ? load(id, environment) : undefined;
        const account = parent?.fields.get('AccountId');
        if (account) return account as string;
    }
    return null;
}

function load(id: string, environment: DmlEnvironment): SObjectValue | undefined {
    const object = environment.schema().objectByKeyPrefix(id.slice(0, 3));
    return object?.field('AccountId') ? environment.rows.load(object, [id]).get(id) : undefined;
}

/** Start, end and duration: two of them give the third (Object Reference: Event). */
function deriveTimes(work: Work): void {
    const { fields } = work.record;
    const { given } = work;
    const start =
        given.fields.get('StartDateTime') ?? given.fields.get('ActivityDateTime') ?? fields.get('StartDateTime');
    if (!(start instanceof ApexDatetime)) return;
    const end = fields.get('EndDateTime');
    const minutes = fields.get('DurationInMinutes');
    const isEndGiven = given.fields.get('EndDateTime') instanceof ApexDatetime;
    const duration = isEndGiven || typeof minutes !== 'number' ? minutesBetween(start, end) : minutes;
    if (duration === null) return;
    if (duration < 0)
        return fail(work, 'FIELD_INTEGRITY_EXCEPTION', 'Event duration cannot be negative', ['EndDateTime']);
    fields.set('StartDateTime', start);
    fields.set('ActivityDateTime', start);
    fields.set('ActivityDate', dayOf(start));
    fields.set('DurationInMinutes', duration);
    const last = new ApexDatetime(start.epoch + duration * MINUTE);
    fields.set('EndDateTime', last);
    fields.set('EndDate', dayOf(last));
}

function minutesBetween(start: ApexDatetime, end: unknown): number | null {
    return end instanceof ApexDatetime ? Math.round((end.epoch - start.epoch) / MINUTE) : null;
}

const dayOf = (moment: ApexDatetime): ApexDate => ApexDate.fromUtc(new Date(moment.epoch));

/** Records whose last activity is that of a closed task or of an event: the due date of the latest one. */
export function noteLastActivity(works: Work[], environment: DmlEnvironment): void {
    for (const { record } of works) {
        const day = record.fields.get('ActivityDate');
        if (day instanceof ApexDate && (record.objectName === 'Event' || isClosed(record, environment)))
            for (const name of ['WhatId', 'WhoId', 'AccountId']) note(record.fields.get(name), day, environment);
    }
}

function isClosed(task: SObjectValue, environment: DmlEnvironment): boolean {
    const status = environment.schema().object('Task')?.field('Status');
    return status?.picklistValues.find(({ value }) => value === task.fields.get('Status'))?.facts?.IsClosed === true;
}

function note(id: unknown, day: ApexDate, environment: DmlEnvironment): void {
    const object: ObjectSchema | undefined =
        typeof id === 'string' ? environment.schema().objectByKeyPrefix(id.slice(0, 3)) : undefined;
    if (!object?.field('LastActivityDate')) return;
    const record = environment.rows.load(object, [id as string]).get(id as string);
    const known = record?.fields.get('LastActivityDate');
    if (!record || (known instanceof ApexDate && isOnOrAfter(known, day))) return;
    record.fields.set('LastActivityDate', day);
    environment.rows.update(object, record, ['LastActivityDate']);
}

function isOnOrAfter(one: ApexDate, other: ApexDate): boolean {
    const number = ({ year, month, day }: ApexDate): number => (year * 12 + month) * 31 + day;
    return number(one) >= number(other);
}
