import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { ApexBlob } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { DmlOptions } from '../types.ts';
import { fileTypeOf } from './content-files.ts';
import type { DmlEnvironment } from './environment.ts';
import { writePlatformRow } from './platform-rows.ts';
import type { Work } from './work.ts';

/** Size, type and checksum of a file. */
export function describeFile({ record, old }: Work): void {
    const body = record.fields.get('VersionData');
    const path = String(record.fields.get('PathOnClient') ?? record.fields.get('Title') ?? '');
    const extension = extname(path).slice(1).toLowerCase();
    if (!record.fields.get('Title')) record.fields.set('Title', path.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''));
    if (old) return;
    record.fields.set('FileExtension', extension || null);
    record.fields.set('FileType', fileTypeOf(extension));
    record.fields.set('IsLatest', true);
    record.fields.set('VersionNumber', '1');
    if (!(body instanceof ApexBlob)) return;
    record.fields.set('ContentSize', body.bytes.length);
    record.fields.set('Checksum', createHash('md5').update(body.bytes).digest('hex'));
}

/** A first version makes its document and the links to its owner and to the record it was uploaded for. */
export function publishFiles(works: Work[], environment: DmlEnvironment, options: DmlOptions): void {
    for (const { record, old } of works) {
        if (old) continue;
        const known = record.fields.get('ContentDocumentId') as string | undefined;
        if (known) replaceVersion(record, known, environment);
        else newDocument(record, environment, options);
    }
}

/** Makes the document of a first version; `id` is given where it is known before. */
export function newDocument(
    version: SObjectValue,
    environment: DmlEnvironment,
    options: DmlOptions,
    id?: string
): void {
    const versions = environment.schema().object('ContentVersion') as ObjectSchema;
    const copied = ['Title', 'FileType', 'FileExtension', 'ContentSize', 'Description', 'OwnerId', 'PublishStatus'];
    const values = Object.fromEntries(copied.map((name) => [name, version.fields.get(name)]));
    const row = { ...values, Id: id, LatestPublishedVersionId: version.id };
    const document = writePlatformRow('ContentDocument', row, environment, options);
    version.fields.set('ContentDocumentId', document);
    environment.rows.update(versions, version, ['ContentDocumentId']);
    const linked = [version.fields.get('OwnerId'), version.fields.get('FirstPublishLocationId')].filter(Boolean);
    for (const entity of new Set(linked)) {
        const share = entity === version.fields.get('OwnerId') ? 'I' : 'V';
        const link = { ContentDocumentId: document, LinkedEntityId: entity, ShareType: share, Visibility: 'AllUsers' };
        writePlatformRow('ContentDocumentLink', link, environment, options);
    }
}

function replaceVersion(version: SObjectValue, documentId: string, environment: DmlEnvironment): void {
    const schema = environment.schema();
    const [versions, documents] = [schema.object('ContentVersion'), schema.object('ContentDocument')] as ObjectSchema[];
    const siblings = environment.rows.idsWhere(versions, 'ContentDocumentId', [documentId]).map((row) => row.id);
    for (const [id, sibling] of environment.rows.load(versions, siblings)) {
        if (id === version.id) continue;
        sibling.fields.set('IsLatest', false);
        environment.rows.update(versions, sibling, ['IsLatest']);
    }
    version.fields.set('VersionNumber', String(siblings.length));
    environment.rows.update(versions, version, ['VersionNumber']);
    const document = environment.rows.load(documents, [documentId]).get(documentId);
    document?.fields.set('LatestPublishedVersionId', version.id);
    if (document) environment.rows.update(documents, document, ['LatestPublishedVersionId']);
}
