import { objectOfId } from 'lib/bootstrap';
import type { PageReference } from 'lib/pageReference';
import { readRecord } from 'lib/records';
import { decodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import EmailComposer from 'shell/emailComposer';

/** Starts a quick action; throws for one that the local org does not know. */
export async function startQuickAction({ attributes, state }: Partial<PageReference>): Promise<void> {
    const name = attributes?.apiName ?? '';
    if (name !== 'Global.SendEmail') {
        throw new Error(`Not implemented in the local org: quick action ${name}`);
    }
    const given = decodeDefaultFieldValues(state?.defaultFieldValues ?? '');
    const recordId = state?.recordId;
    const values = { ...given, ToAddress: given.ToAddress ?? (await addressOf(recordId)) };
    await EmailComposer.open({ size: 'medium', label: 'E-mail', recordId, values });
}

/** The address of the contact or lead that the action is started for; empty for other records. */
async function addressOf(recordId: string | undefined): Promise<string> {
    const object = recordId ? objectOfId(recordId) : undefined;
    if (!recordId || (object !== 'Contact' && object !== 'Lead')) {
        return '';
    }
    const record = await readRecord(recordId, [], [`${object}.Email`]);
    return String(record.fields.Email?.value ?? '');
}
