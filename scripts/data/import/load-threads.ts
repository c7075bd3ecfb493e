import { resolveParties } from './parties.ts';
import type { Problem } from './problem.ts';
import { caseRecord, entryRecord, type Parties } from './records.ts';
import { BATCH, batches, type ImportTarget, type NewRecord } from './target.ts';
import type { CaseThread } from './threads.ts';

/** What was loaded. */
export interface LoadSummary {
    cases: number;
    entries: number;
    problems: Problem[];
}

/**
 * Loads cases with their threads. A case is there with all its entries or not at all: when an entry fails, its case is deleted
 * again. `progress` hears the number of cases so far.
 */
export async function loadThreads(
    threads: CaseThread[],
    target: ImportTarget,
    progress: (done: number) => void = () => undefined
): Promise<LoadSummary> {
    const summary: LoadSummary = { cases: 0, entries: 0, problems: [] };
    const parties = await resolveParties(threads, target, summary.problems);
    const ready = threads.filter((thread) => parties.has(thread));
    let done = 0;
    for (const batch of batches(ready)) {
        await loadBatch(batch, parties, target, summary);
        done += batch.length;
        progress(done);
    }
    return summary;
}

interface Saved {
    thread: CaseThread;
    id: string;
}

async function loadBatch(
    batch: CaseThread[],
    parties: Map<CaseThread, Parties>,
    target: ImportTarget,
    summary: LoadSummary
): Promise<void> {
    const outcomes = await target.insert(
        'Case',
        batch.map((thread) => caseRecord(thread, parties.get(thread) as Parties, target))
    );
    const saved: Saved[] = [];
    outcomes.forEach(({ id, errors }, at) => {
        if (id === null) {
            summary.problems.push({ line: batch[at].line, caseId: batch[at].caseId, reason: errors.join('; ') });
        } else {
            saved.push({ thread: batch[at], id });
        }
    });
    const failed = await withoutLeftovers(saved, target, () => loadEntries(saved, target, summary.problems));
    const kept = saved.filter((each) => !failed.has(each));
    summary.cases += kept.length;
    summary.entries += kept.reduce((sum, { thread }) => sum + thread.entries.length, 0);
}

/** Deletes the cases whose entries failed; all of the batch when the org could not be reached any more. */
async function withoutLeftovers(
    saved: Saved[],
    target: ImportTarget,
    load: () => Promise<Set<Saved>>
): Promise<Set<Saved>> {
    let failed = new Set(saved);
    try {
        failed = await load();
    } finally {
        if (failed.size > 0) {
            await target.remove([...failed].map(({ id }) => id));
        }
    }
    return failed;
}

interface Pending {
    owner: Saved;
    line: number;
    object: string;
    record: NewRecord;
}

/** Inserts the entries of the cases; returns the cases of which an entry failed. */
async function loadEntries(saved: Saved[], target: ImportTarget, problems: Problem[]): Promise<Set<Saved>> {
    const failed = new Set<Saved>();
    const pending = saved.flatMap((owner) =>
        owner.thread.entries.map((entry): Pending => ({
            owner,
            line: entry.line,
            ...entryRecord(owner.thread, entry, owner.id, target)
        }))
    );
    for (const object of new Set(pending.map((each) => each.object))) {
        for (const batch of batches(
            pending.filter((each) => each.object === object),
            BATCH
        )) {
            const outcomes = await target.insert(
                object,
                batch.map(({ record }) => record)
            );
            outcomes.forEach(({ id, errors }, at) => {
                if (id === null) {
                    failed.add(batch[at].owner);
                    problems.push({
                        line: batch[at].line,
                        caseId: batch[at].owner.thread.caseId,
                        reason: errors.join('; ')
                    });
                }
            });
        }
    }
    return failed;
}
