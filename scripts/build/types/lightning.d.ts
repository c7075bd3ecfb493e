// Modules of `lightning/*` that @salesforce/lightning-types does not declare.

declare module 'lightning/platformShowToastEvent' {
    export interface ToastOptions {
        readonly title: string;
        readonly message?: string;
        readonly variant?: 'info' | 'success' | 'warning' | 'error';
        readonly mode?: 'dismissible' | 'pester' | 'sticky';
    }
    export class ShowToastEvent extends CustomEvent<ToastOptions> {
        constructor(options: ToastOptions);
    }
}
declare module 'lightning/uiRecordApi' {
    import type { WireAdapterConstructor } from 'lwc';

    type FieldReference = string | { readonly fieldApiName: string; readonly objectApiName: string };
    export interface RecordData {
        readonly id: string;
        readonly apiName: string;
        readonly fields: Readonly<Record<string, { readonly value: unknown; readonly displayValue: string | null }>>;
    }
    export interface RecordWireValue {
        readonly data?: RecordData;
        readonly error?: unknown;
    }
    export const getRecord: WireAdapterConstructor<
        { recordId: string | undefined; fields: readonly FieldReference[] },
        RecordWireValue
    >;
    export function getFieldValue(record: RecordData | undefined, field: FieldReference): unknown;
    export function createRecord(input: { apiName: string; fields: Record<string, unknown> }): Promise<RecordData>;
    export function updateRecord(input: { fields: Record<string, unknown> }): Promise<RecordData>;
    export function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void>;
}
