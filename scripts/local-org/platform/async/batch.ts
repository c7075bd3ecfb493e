import { ApexException } from '../values/exception.ts';
import { enqueue } from './enqueue.ts';

/** Database.executeBatch: puts a batch in the queue. Returns the job's id. */
export function enqueueBatch(batch: unknown, scopeSize: number): string {
    if (scopeSize < 1 || scopeSize > 2000) {
        throw new ApexException('AsyncException', 'Batch size must be between 1 and 2000');
    }
    return enqueue({ kind: 'batch', target: batch, scopeSize }, null);
}
