import type { Problem } from './problem.ts';
import { contactRecord, type Parties } from './records.ts';
import { batches, type ImportTarget, type NewRecord } from './target.ts';
import type { CaseThread } from './threads.ts';

/** Finds or makes the accounts and contacts that the cases name. Cases whose account or contact cannot be made become problems. */
export async function resolveParties(
    threads: CaseThread[],
    target: ImportTarget,
    problems: Problem[]
): Promise<Map<CaseThread, Parties>> {
    const accounts = await ensure(
        target,
        'Account',
        'Name',
        wanted(threads, accountKey, ({ fields }) => ({ Name: fields.account_name }))
    );
    const accountOf = (thread: CaseThread) => accounts.ids.get(accountKey(thread) ?? '') ?? null;
    const makeContact = (thread: CaseThread) =>
        contactRecord(nameOf(thread), thread.fields.contact_email, accountOf(thread));
    const byEmail = await ensure(target, 'Contact', 'Email', wanted(threads, emailKey, makeContact));
    const byName = await ensure(
        target,
        'Contact',
        'Name',
        wanted(
            threads.filter((thread) => !emailKey(thread)),
            nameKey,
            makeContact
        )
    );
    const resolved = new Map<CaseThread, Parties>();
    for (const thread of threads) {
        const error =
            accounts.errors.get(accountKey(thread) ?? '') ??
            byEmail.errors.get(emailKey(thread) ?? '') ??
            byName.errors.get(nameKey(thread) ?? '');
        if (error === undefined) {
            const contactId = byEmail.ids.get(emailKey(thread) ?? '') ?? byName.ids.get(nameKey(thread) ?? '') ?? null;
            resolved.set(thread, { accountId: accountOf(thread), contactId });
        } else {
            problems.push({ line: thread.line, caseId: thread.caseId, reason: error });
        }
    }
    return resolved;
}

interface Ensured {
    ids: Map<string, string>;
    errors: Map<string, string>;
}

const accountKey = ({ fields }: CaseThread) => fields.account_name?.toLowerCase();
const emailKey = ({ fields }: CaseThread) => fields.contact_email?.toLowerCase();
const nameKey = ({ fields }: CaseThread) => fields.contact_name?.toLowerCase();

/** The contact's name; without one, what stands before the @ of the address. */
function nameOf({ fields }: CaseThread): string {
    return fields.contact_name ?? fields.contact_email?.split('@')[0] ?? '';
}

/** One record for each key that the cases name, the first case's. */
function wanted(
    threads: CaseThread[],
    keyOf: (thread: CaseThread) => string | undefined,
    make: (thread: CaseThread) => NewRecord
): Map<string, NewRecord> {
    const records = new Map<string, NewRecord>();
    for (const thread of threads) {
        const key = keyOf(thread);
        if (key && !records.has(key)) {
            records.set(key, make(thread));
        }
    }
    return records;
}

async function ensure(
    target: ImportTarget,
    object: string,
    field: string,
    records: Map<string, NewRecord>
): Promise<Ensured> {
    const ensured: Ensured = { ids: await target.find(object, field, [...records.keys()]), errors: new Map() };
    const missing = [...records].filter(([key]) => !ensured.ids.has(key));
    for (const batch of batches(missing)) {
        const outcomes = await target.insert(
            object,
            batch.map(([, record]) => record)
        );
        outcomes.forEach((outcome, at) => {
            if (outcome.id === null) {
                ensured.errors.set(
                    batch[at][0],
                    `The ${object.toLowerCase()} could not be made: ${outcome.errors.join('; ')}`
                );
            } else {
                ensured.ids.set(batch[at][0], outcome.id);
            }
        });
    }
    return ensured;
}
