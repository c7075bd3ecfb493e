import { createHash } from 'node:crypto';
import type { Work } from './work.ts';

/** File types whose name is not their extension in capitals. */
const FILE_TYPES: Record<string, string> = {
    txt: 'TEXT',
    doc: 'WORD',
    docx: 'WORD_X',
    xls: 'EXCEL',
    xlsx: 'EXCEL_X',
    ppt: 'POWER_POINT',
    pptx: 'POWER_POINT_X'
};

/** The FileType of a file by its extension, in small letters and without the dot. */
export function fileTypeOf(extension: string): string {
    return FILE_TYPES[extension] ?? (extension.toUpperCase() || 'UNKNOWN');
}

/** A delivery gets the addresses under which its file can be had. */
export function addressDelivery({ record, old }: Work): void {
    if (old) return;
    const facts = ['ContentVersionId', 'Name'].map((name) => String(record.fields.get(name))).join(':');
    const token = createHash('sha256').update(facts).digest('base64url').slice(0, 22);
    const base = 'https://local-org.example';
    record.fields.set('DistributionPublicUrl', `${base}/s/d/${token}`);
    record.fields.set('ContentDownloadUrl', `${base}/sfc/dist/version/download/?ids=${token}`);
}
