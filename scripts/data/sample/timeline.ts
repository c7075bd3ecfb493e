import timeline from './timeline.json' with { type: 'json' };
import type { TreeRecord } from './tree.ts';

/** What a tree file cannot say because an org only lets loaders with a special permission set it. */
export interface Moment {
    CreatedDate?: string;
    /** Persona who wrote the record. */
    author?: string;
}

const DAY = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** Dates that are history whatever the day is: they stay. */
const FIXED_FIELDS = new Set(['InstallDate']);

/** The day on which the data was written; its dates are true on this day. */
export const WRITTEN_FOR = timeline.writtenFor;

/** When a record was created, and by whom, as written; empty when the timeline does not say. */
export function momentOf(referenceId: string): Moment {
    return (timeline.records as Record<string, Moment>)[referenceId] ?? {};
}

/**
 * Days by which all dates move, so that the data looks as fresh as on the day it was written. Whole weeks, because the texts
 * name weekdays: the youngest record is at most six days older than it was then.
 */
export function shiftDays(today: Date): number {
    const days = Math.floor((today.getTime() - Date.parse(WRITTEN_FOR)) / DAY);
    return Math.floor(days / 7) * 7;
}

/** A copy of the record whose dates are moved by a number of days. */
export function shiftRecord(record: TreeRecord, days: number): TreeRecord {
    const shifted = Object.entries(record).map(([field, value]) => [
        field,
        FIXED_FIELDS.has(field) ? value : shiftValue(value, days)
    ]);
    return Object.fromEntries(shifted) as TreeRecord;
}

/** A date or date-time text moved by a number of days; any other value as it is. */
export function shiftValue(value: unknown, days: number): unknown {
    if (typeof value !== 'string' || !(DATE.test(value) || DATE_TIME.test(value))) {
        return value;
    }
    const moved = new Date(Date.parse(value) + days * DAY).toISOString();
    return DATE.test(value) ? moved.slice(0, 10) : moved;
}
