import type { FieldInfo, ObjectInfo, RecordRepresentation } from '../../protocol.ts';
import { fieldsToRead } from 'lib/fields';
import type { RequestError } from 'lib/http';
import { objectInfo, picklistValues } from 'lib/objects';
import { create, readRecord, update } from 'lib/records';

export interface PicklistOption {
    label: string;
    value: string;
}

/** What the fields of one form share: the record, what is known about its object, the changes and their errors. */
export class RecordForm {
    readonly objectApiName: string;
    readonly recordId: string | undefined;
    info: ObjectInfo | undefined;
    record: RecordRepresentation | undefined;
    errors: Record<string, string> = {};
    private readonly fieldNames = new Set<string>();
    private readonly listeners = new Set<() => void>();
    private picklists: Record<string, PicklistOption[]> = {};
    private changes: Record<string, unknown> = {};

    constructor(objectApiName: string, recordId: string | undefined) {
        this.objectApiName = objectApiName;
        this.recordId = recordId;
    }

    /** Takes part in the form; `listener` is called whenever something that a field shows has changed. */
    register(fieldApiName: string, listener: () => void): () => void {
        this.fieldNames.add(fieldApiName);
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    /** Loads what the registered fields show; throws RequestError. */
    async load(): Promise<void> {
        this.info = await objectInfo(this.objectApiName);
        await Promise.all([this.loadRecord(), this.loadPicklists()]);
        this.tell();
    }

    /** What is known about a field; undefined before loading and for a field that the user may not see. */
    field(fieldApiName: string): FieldInfo | undefined {
        return this.info?.fields[fieldApiName];
    }

    /** Values of a picklist field. */
    options(fieldApiName: string): PicklistOption[] {
        return this.picklists[fieldApiName] ?? [];
    }

    /** The changed value of a field or, without a change, the record's. */
    value(fieldApiName: string): unknown {
        return fieldApiName in this.changes ? this.changes[fieldApiName] : this.record?.fields[fieldApiName]?.value;
    }

    /** Takes a change, and takes back the error that the field had. */
    change(fieldApiName: string, value: unknown): void {
        this.changes[fieldApiName] = value;
        delete this.errors[fieldApiName];
        this.tell();
    }

    /** Forgets all changes and errors. */
    reset(): void {
        this.changes = {};
        this.errors = {};
        this.tell();
    }

    /** Changed fields by name. */
    get changedFields(): Record<string, unknown> {
        return { ...this.changes };
    }

    /** Saves the changes and `more`; throws RequestError after giving the fields their errors. */
    async save(more: Record<string, unknown> = {}): Promise<RecordRepresentation> {
        const fields = { ...this.changes, ...more };
        try {
            const saved = this.recordId
                ? await update(this.recordId, fields)
                : await create({ apiName: this.objectApiName, fields });
            this.reset();
            return saved;
        } catch (error) {
            this.errors = fieldErrors(error as RequestError);
            this.tell();
            throw error;
        }
    }

    private async loadRecord(): Promise<void> {
        const names = [...this.fieldNames].flatMap((name) => fieldsToRead(this.info!, name));
        this.record = this.recordId ? await readRecord(this.recordId, [], names) : undefined;
    }

    private async loadPicklists(): Promise<void> {
        const { picklistFieldValues } = await picklistValues(this.objectApiName, this.info!.defaultRecordTypeId);
        for (const [name, { values, defaultValue }] of Object.entries(picklistFieldValues)) {
            this.picklists[name] = values;
            if (!this.recordId && defaultValue && this.fieldNames.has(name)) {
                this.changes[name] ??= defaultValue.value;
            }
        }
    }

    private tell(): void {
        this.listeners.forEach((listener) => listener());
    }
}

function fieldErrors({ body }: RequestError): Record<string, string> {
    const errors = Object.entries(body?.output?.fieldErrors ?? {});
    return Object.fromEntries(errors.map(([name, list]) => [name, list.map(({ message }) => message).join(' ')]));
}

/** Errors that belong to no field; the message itself when the server gave no more. */
export function formErrors({ body, message }: RequestError): string[] {
    const general = (body?.output?.errors ?? []).map((error) => error.message);
    const ofFields = Object.keys(body?.output?.fieldErrors ?? {}).length > 0;
    return general.length > 0 || ofFields ? general : [message];
}

const REGISTER = 'localorgregisterfield';

interface Registration {
    fieldApiName: string;
    listener: () => void;
    /** Filled by the form around the field. */
    form?: RecordForm;
    leave?: () => void;
}

/** Finds the form around a field and takes part in it; undefined when there is none. */
export function joinForm(element: EventTarget, fieldApiName: string, listener: () => void): Registration {
    const detail: Registration = { fieldApiName, listener };
    element.dispatchEvent(new CustomEvent(REGISTER, { bubbles: true, composed: true, detail }));
    return detail;
}

/** Lets fields inside `element` join the form; `joined` is called after each. */
export function hostForm(element: EventTarget, form: () => RecordForm, joined: () => void): void {
    element.addEventListener(REGISTER, (event) => {
        event.stopPropagation();
        const registration = (event as CustomEvent<Registration>).detail;
        registration.form = form();
        registration.leave = registration.form.register(registration.fieldApiName, registration.listener);
        joined();
    });
}
