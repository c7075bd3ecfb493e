import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { EventDelivery } from '../platform/async/event-delivery.ts';
import type { AsyncJob } from '../platform/async/job.ts';
import type { TypeRegistry } from '../platform/context.ts';
import type { SObjectValue } from '../platform/values/index.ts';
import { NotKept, readValue, writeValue, type Written } from './job-values.ts';

/** A job that waits for its time, or runs. */
export interface WaitingJob {
    job: AsyncJob;
    /** Milliseconds since 1970. */
    due: number;
    /** The job as a file keeps it, as it was when it was enqueued; null when it only lives in memory. */
    kept: KeptJob | null;
}

interface KeptJob extends Omit<AsyncJob, 'target' | 'run' | 'call' | 'delivery'> {
    target: Written;
    /** Of a future method. */
    call?: { key: string; values: Written[] };
    /** Of events. */
    delivery?: Omit<EventDelivery, 'events' | 'callback'> & { events: Written[]; callback: Written };
}

/** The future method of `Class.method` by the key of a kept call; undefined when it is gone. */
export type FutureMethods = (name: string, key: string) => ((...values: unknown[]) => void) | undefined;

/** Keeps the jobs that have not ended in a file beside the data, so that they run at the next start. */
export class JobStore {
    private readonly file: string | null;

    /** `dataFile` may be ':memory:', then nothing is kept. */
    constructor(dataFile: string) {
        this.file = dataFile === ':memory:' ? null : `${dataFile}.jobs.json`;
    }

    /** The job as a file keeps it; null when it holds what cannot be written. */
    keep(job: AsyncJob): KeptJob | null {
        if (this.file === null) return null;
        try {
            return writeJob(job);
        } catch (error) {
            if (error instanceof NotKept) return null;
            throw error;
        }
    }

    /** Writes what has not ended; takes the file away when that is nothing. */
    write(jobs: Iterable<WaitingJob>): void {
        if (this.file === null) return;
        const kept = [...jobs].filter((waiting) => waiting.kept).map(({ due, kept }) => ({ due, job: kept }));
        if (!kept.length) return rmSync(this.file, { force: true });
        writeFileSync(`${this.file}.new`, JSON.stringify(kept));
        renameSync(`${this.file}.new`, this.file);
    }

    /** The jobs of an earlier run. One whose class is gone is told to `onLost` and left out. */
    read(types: TypeRegistry, futures: FutureMethods, onLost: (job: AsyncJob, error: unknown) => void): WaitingJob[] {
        if (this.file === null || !existsSync(this.file)) return [];
        const entries = readEntries(this.file);
        return entries.flatMap(({ due, job: kept }) => {
            try {
                return [{ due, kept, job: readJob(kept, types, futures) }];
            } catch (error) {
                onLost({ ...kept, target: null, call: undefined, delivery: undefined }, error);
                return [];
            }
        });
    }
}

/** @throws NotKept */
function writeJob({ target, run, call, delivery, ...plain }: AsyncJob): KeptJob {
    if (run && !call) throw new NotKept(`a job of ${plain.className}`);
    return {
        ...plain,
        target: writeValue(target),
        call: call && { key: call.key, values: call.values.map((value) => writeValue(value)) },
        delivery: delivery && {
            ...delivery,
            events: delivery.events.map((event) => writeValue(event)),
            callback: writeValue(delivery.callback)
        }
    };
}

/** Throws when a class of the job is gone. */
function readJob({ target, call, delivery, ...plain }: KeptJob, types: TypeRegistry, futures: FutureMethods): AsyncJob {
    const read = (written: Written): unknown => readValue(written, types);
    const job: AsyncJob = { ...plain, target: read(target) };
    if (delivery) {
        const events = delivery.events.map((event) => read(event) as SObjectValue);
        job.delivery = { ...delivery, events, callback: read(delivery.callback) };
    }
    return call ? { ...job, ...readCall(plain.className, call.key, call.values.map(read), futures) } : job;
}

function readCall(
    name: string,
    key: string,
    values: unknown[],
    futures: FutureMethods
): Required<Pick<AsyncJob, 'run' | 'call'>> {
    const method = futures(name, key);
    if (!method) throw new Error(`There is no future method ${name} with these parameters any more`);
    return { call: { key, values }, run: () => method(...values) };
}

/** @throws Error that says what to do when the file is damaged */
function readEntries(file: string): { due: number; job: KeptJob }[] {
    try {
        return JSON.parse(readFileSync(file, 'utf8')) as { due: number; job: KeptJob }[];
    } catch (error) {
        const advice = 'delete it to forget the jobs that wait, or run npm run reset';
        throw new Error(`${file} cannot be read (${(error as Error).message}): ${advice}`);
    }
}
