// Modules of `lightning/*` that @salesforce/lightning-types does not declare.

declare module 'lightning/platformShowToastEvent' {
    export interface ToastOptions {
        readonly title: string;
        readonly message?: string;
        readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
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
declare module 'lightning/pageReferenceUtils' {
    export function encodeDefaultFieldValues(values: Record<string, unknown>): string;
    export function decodeDefaultFieldValues(text: string): Record<string, string>;
}
declare module 'lightning/platformUtilityBarApi' {
    import type { WireAdapterConstructor } from 'lwc';

    export interface UtilityInfo {
        readonly id: string;
        readonly utilityLabel: string;
        readonly utilityVisible: boolean;
        readonly panelHeight: number;
        readonly panelWidth: number;
    }
    export const EnclosingUtilityId: WireAdapterConstructor<Record<string, never>, string | undefined>;
    export function open(utilityId: string, options?: { autoFocus?: boolean }): Promise<boolean>;
    export function minimize(utilityId: string): Promise<boolean>;
    export function getInfo(utilityId: string): Promise<UtilityInfo>;
    export function updateUtility(
        utilityId: string,
        changes: { label?: string; icon?: string; highlighted?: boolean }
    ): Promise<boolean>;
    export function onUtilityClick(
        utilityId: string,
        listener: (event: { utilityId: string; panelVisible: boolean }) => void
    ): Promise<boolean>;
}
declare module 'lightning/navigation' {
    import type { LightningElement, WireAdapterConstructor } from 'lwc';

    export interface PageReference {
        readonly type: string;
        readonly attributes: Readonly<Record<string, string | undefined>>;
        readonly state?: Readonly<Record<string, string | undefined>>;
    }
    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
    interface Navigating {
        [Navigate](page: PageReference, replace?: boolean): void;
        [GenerateUrl](page: PageReference): Promise<string>;
    }
    export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference | null>;
    export const NavigationMixin: {
        (base: typeof LightningElement): new () => LightningElement & Navigating;
        readonly Navigate: typeof Navigate;
        readonly GenerateUrl: typeof GenerateUrl;
    };
}
