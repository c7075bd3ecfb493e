import timeline from './timeline.json' with { type: 'json' };
import type { TreeRecord } from './tree.ts';

/** What a tree file cannot say because an org only lets loaders with a special permission set it, or nobody. */
export interface Moment {
    CreatedDate?: string;
    /** Persona who wrote the record. */
    author?: string;
    /** Persona who owns the record, where it is another one than for the rest of its object. */
    owner?: string;
    /** Its dates move to the very day: today's meeting is today's. */
    exact?: boolean;
    /** Other values that only the local org gets. */
    fields?: Record<string, string>;
}

/** A row of OpportunityHistory: how a deal stood from then on. */
export interface HistoryRow {
    CreatedDate: string;
    StageName: string;
    Amount: number;
    CloseDate: string;
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

/** How a deal went, oldest row first; empty when the timeline does not say. */
export function historyOf(referenceId: string): HistoryRow[] {
    return (timeline.history as Record<string, HistoryRow[]>)[referenceId] ?? [];
}

/**
 * Days by which the dates move, so that the data looks as fresh as on the day it was written. Whole weeks, because the texts
 * name weekdays: the youngest record is at most six days older than it was then.
 */
export function shiftDays(today: Date): number {
    return Math.floor(daysSince(today) / 7) * 7;
}

/** Days by which the dates of one record move: whole weeks, unless the timeline wants them exact. */
export function shiftOf(referenceId: string, today: Date): number {
    return momentOf(referenceId).exact === true ? daysSince(today) : shiftDays(today);
}

function daysSince(today: Date): number {
    return Math.floor((today.getTime() - Date.parse(WRITTEN_FOR)) / DAY);
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
