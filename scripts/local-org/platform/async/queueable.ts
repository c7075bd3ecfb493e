import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { PlatformObject } from '../values/object.ts';

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

    /** Adds one part. Parts of another kind or in another order make another signature. */
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

const newBuilder = (): DuplicateSignatureValue => new DuplicateSignatureValue('QueueableDuplicateSignature.Builder');

definePlatformClass({
    name: 'QueueableDuplicateSignature',
    statics: { 'QueueableDuplicateSignature.Builder Builder()': newBuilder },
    methods: { 'String toString()': (self) => self.parts.join() }
});

definePlatformClass({
    name: 'QueueableDuplicateSignature.Builder',
    constructors: { 'Builder()': newBuilder },
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
