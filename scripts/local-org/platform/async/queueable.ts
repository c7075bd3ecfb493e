import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { textHashCode } from '../text/distance.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import { enqueue } from './enqueue.ts';

/** A System.AsyncOptions. */
export class AsyncOptionsValue extends PlatformObject {
    readonly apexTypeName = 'AsyncOptions';
    maximumDepth: number | null = null;
    delayInMinutes: number | null = null;
    signature: DuplicateSignatureValue | null = null;
}

/** A QueueableDuplicateSignature, and the builder that makes it. */
export class DuplicateSignatureValue extends PlatformObject {
    readonly apexTypeName: string;
    readonly parts: string[] = [];

    constructor(apexTypeName = 'QueueableDuplicateSignature') {
        super();
        this.apexTypeName = apexTypeName;
    }

    with(kind: string, value: unknown): this {
        this.parts.push(`${kind}:${String(value)}`);
        return this;
    }
}

definePlatformClass({
    name: 'AsyncOptions',
    constructors: { 'AsyncOptions()': () => new AsyncOptionsValue() },
    properties: {
        'Integer maximumQueueableStackDepth': {
            get: (self: AsyncOptionsValue) => self.maximumDepth,
            set: (self: AsyncOptionsValue, value: number | null) => void (self.maximumDepth = value)
        },
        'Integer minimumQueueableDelayInMinutes': {
            get: (self: AsyncOptionsValue) => self.delayInMinutes,
            set: (self: AsyncOptionsValue, value: number | null) => void (self.delayInMinutes = value)
        },
        'QueueableDuplicateSignature duplicateSignature': {
            get: (self: AsyncOptionsValue) => self.signature,
            set: (self: AsyncOptionsValue, value: DuplicateSignatureValue | null) => void (self.signature = value)
        }
    }
});

definePlatformClass({
    name: 'QueueableDuplicateSignature',
    methods: { 'String toString()': (self) => self.parts.join() }
});

definePlatformClass({
    name: 'QueueableDuplicateSignature.Builder',
    constructors: { 'Builder()': () => new DuplicateSignatureValue('QueueableDuplicateSignature.Builder') },
    methods: {
        'QueueableDuplicateSignature.Builder addId(Id id)': (self: DuplicateSignatureValue, id) => self.with('id', id),
        'QueueableDuplicateSignature.Builder addInteger(Integer number)': (self: DuplicateSignatureValue, value) =>
            self.with('integer', value),
        'QueueableDuplicateSignature.Builder addString(String text)': (self: DuplicateSignatureValue, text) =>
            self.with('string', text),
        'QueueableDuplicateSignature build()': (self: DuplicateSignatureValue) => {
            const signature = new DuplicateSignatureValue();
            signature.parts.push(...self.parts);
            return signature;
        }
    }
});

definePlatformClass({
    name: 'AsyncInfo',
    statics: {
        'Integer getCurrentQueueableStackDepth()': () => context().transaction.currentJob?.depth ?? 0,
        'Integer getMaximumQueueableStackDepth()': () => context().transaction.currentJob?.maximumDepth ?? 0,
        'Integer getMinimumQueueableDelayInMinutes()': () => (context().transaction.currentJob?.delay ?? 0) / 60_000,
        'Boolean hasMaxStackDepth()': () => (context().transaction.currentJob?.maximumDepth ?? null) !== null
    }
});

/** System.enqueueJob. Throws AsyncException past the depth, or when a job with the same signature is waiting. */
export function enqueueQueueable(target: unknown, options: AsyncOptionsValue, delayInMinutes: number | null): string {
    const parent = context().transaction.currentJob;
    const fromQueueable = parent?.kind === 'queueable';
    const depth = fromQueueable ? parent.depth + 1 : 1;
    const maximumDepth = options.maximumDepth ?? (fromQueueable ? parent.maximumDepth : null);
    checkDepth(depth, maximumDepth, fromQueueable);
    const minutes = delayInMinutes ?? options.delayInMinutes ?? 0;
    if (minutes < 0 || minutes > 10)
        throw new ApexException('AsyncException', 'Delay must be between 0 and 10 minutes');
    return enqueue(
        { kind: 'queueable', target, depth, maximumDepth, delay: minutes * 60_000, signature: signatureOf(options) },
        'QueueableJobs'
    );
}

function checkDepth(depth: number, maximumDepth: number | null, fromQueueable: boolean): void {
    const tooDeep = maximumDepth !== null && depth > maximumDepth;
    const chainedInTest = fromQueueable && context().test !== null && maximumDepth === null;
    if (tooDeep || chainedInTest) throw new ApexException('AsyncException', 'Maximum stack depth has been reached.');
}

/** Throws DuplicateMessageException when this transaction already enqueued a job with the same signature. */
function signatureOf(options: AsyncOptionsValue): string | undefined {
    if (!options.signature) return undefined;
    const text = options.signature.parts.join('|');
    const signature = `${text}#${textHashCode(text)}`;
    const waiting = context().transaction.asyncQueue.some((job) => job.signature === signature);
    if (waiting)
        throw new ApexException(
            'DuplicateMessageException',
            'Attempt to enqueue job with duplicate queueable signature'
        );
    return signature;
}
