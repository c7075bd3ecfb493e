import type { Capability } from './capabilities';

/** A capability that was shown and stays as it is, answer on its way and half-written words included. */
export interface ShownCapability {
    readonly key: string;
    readonly recordId: string;
    readonly objectApiName: string;
    readonly useCase: string;
    readonly label: string;
}

/** The least recent are let go beyond this many: their answers are kept by the org, only unsent words go. */
const KEPT = 12;

/** The shown capabilities with the current one of this record among them. */
export function withCurrent(
    shown: readonly ShownCapability[],
    record: Pick<ShownCapability, 'recordId' | 'objectApiName'>,
    { useCase, label }: Capability
): readonly ShownCapability[] {
    const key = `${record.recordId}.${useCase}`;
    if (shown.some((entry) => entry.key === key)) return shown;
    return [...shown, { ...record, key, useCase, label }].slice(-KEPT);
}
