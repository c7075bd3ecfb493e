import { LightningElement, api } from 'lwc';
import type { FlexiPage } from '../../../../protocol.ts';
import { objectLabel } from 'lib/bootstrap';
import { defaultRecordPage } from 'lib/defaultRecordPage';
import { recordName } from 'lib/fields';
import { flexiPage } from 'lib/flexiPage';
import type { RequestError } from 'lib/http';
import { objectInfo } from 'lib/objects';
import { readRecord, recordsChanged, watchRecord } from 'lib/records';
import { tellTitle } from 'lib/title';
import { RefreshEventName } from 'lightning/refresh';
import RecordModal from 'shell/recordModal';

/** A record on the page that the project ships for its object, or on the shell's own. */
export default class RecordPage extends LightningElement {
    @api recordId!: string;
    @api objectApiName!: string;
    @api appName = '';
    @api isEdit = false;

    page: FlexiPage | null = null;
    problem: { label: string; text: string } | null = null;
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        this.stop = watchRecord(this.recordId, () => this.loadName());
        this.addEventListener(RefreshEventName, () => void recordsChanged([this.recordId]));
        void this.load();
    }

    disconnectedCallback(): void {
        this.stop();
    }

    private async load(): Promise<void> {
        if (!(await this.loadName())) {
            return;
        }
        try {
            const shipped = await flexiPage({
                object: this.objectApiName,
                recordId: this.recordId,
                app: this.appName
            });
            this.page = shipped ?? defaultRecordPage(this.objectApiName);
        } catch (error) {
            this.problem = { label: 'This page cannot be shown', text: (error as Error).message };
        }
        if (this.isEdit) {
            void RecordModal.open({ size: 'medium', objectApiName: this.objectApiName, recordId: this.recordId });
        }
    }

    /** Whether the record is there for this user. */
    private async loadName(): Promise<boolean> {
        try {
            const info = await objectInfo(this.objectApiName);
            const names = info.nameFields.map((field) => `${info.apiName}.${field}`);
            const record = await readRecord(this.recordId, [], names);
            tellTitle(this, recordName(record, info) || info.label);
            return true;
        } catch (error) {
            this.page = null;
            this.problem = this.explain(error as RequestError);
            tellTitle(this, objectLabel(this.objectApiName));
            return false;
        }
    }

    private explain({ status, message }: RequestError): { label: string; text: string } {
        const label = objectLabel(this.objectApiName).toLowerCase();
        if (status === 404) {
            const text = `This ${label} was deleted, or it is not shared with you.`;
            return { label: 'The record is not here', text };
        }
        const access = 'You have no access to records of this kind. An admin can give you a permission set.';
        return status === 403
            ? { label: 'No access', text: access }
            : { label: 'The record cannot be shown', text: message };
    }
}
