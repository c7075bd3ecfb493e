import { ApexMap } from '../values/collections.ts';

/** The maps of the describe calls: keys are lower case and found in any spelling. */
export class CaseInsensitiveMap<V> extends ApexMap<string, V> {
    constructor(valueType: string, entries: (readonly [string, V])[]) {
        super(
            'String',
            valueType,
            entries.map(([name, value]) => [name.toLowerCase(), value] as const)
        );
    }

    override get(key: unknown): V | null {
        return super.get(lower(key));
    }

    override has(key: unknown): boolean {
        return super.has(lower(key));
    }
}

function lower(key: unknown): unknown {
    return typeof key === 'string' ? key.toLowerCase() : key;
}
