import { LightningElement, api } from 'lwc';
import type { ObjectInfo, RecordRepresentation } from '../../../../protocol.ts';
import { displayText, fieldLabel, fieldsToRead, recordName } from 'lib/fields';
import { objectIcon } from 'lib/icons';
import { layout, layoutFields, objectInfo } from 'lib/objects';
import { deleteAfterAsking } from 'lib/recordActions';
import { readRecord, watchRecord } from 'lib/records';
import { navigate } from 'lib/router';
import RecordModal from 'shell/recordModal';

/** What a person looks at first: name, key fields and actions of a record. */
export default class HighlightsPanel extends LightningElement {
    @api recordId!: string;
    @api objectApiName!: string;

    private info: ObjectInfo | undefined;
    private record: RecordRepresentation | undefined;
    private fieldNames: string[] = [];
    problem = '';
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        this.stop = watchRecord(this.recordId, () => this.load());
        void this.load();
    }

    disconnectedCallback(): void {
        this.stop();
    }

    get iconName(): string {
        return objectIcon(this.objectApiName);
    }

    get title(): string {
        return displayText(this.record, this.fieldNames[0] ?? '') || recordName(this.record, this.info!);
    }

    get fields() {
        return this.fieldNames
            .slice(1)
            .flatMap((name) => this.info!.fields[name] ?? [])
            .map((field) => ({ apiName: field.apiName, label: fieldLabel(field), field }));
    }

    async handleEdit(): Promise<void> {
        await RecordModal.open({ size: 'medium', objectApiName: this.objectApiName, recordId: this.recordId });
    }

    async handleDelete(): Promise<void> {
        if (await deleteAfterAsking(this.recordId, this.info!.label)) {
            navigate(`/lightning/o/${this.objectApiName}/list`, { replace: true });
        }
    }

    private async load(): Promise<void> {
        try {
            const [info, compact] = await Promise.all([
                objectInfo(this.objectApiName),
                layout(this.objectApiName, 'Compact')
            ]);
            const names = layoutFields(compact).filter((name) => info.fields[name]);
            const read = [...names, ...info.nameFields].flatMap((name) => fieldsToRead(info, name));
            const record = await readRecord(this.recordId, [], [...new Set(read)]);
            Object.assign(this, { info, record, fieldNames: names });
        } catch (error) {
            this.problem = (error as Error).message;
        }
    }
}
