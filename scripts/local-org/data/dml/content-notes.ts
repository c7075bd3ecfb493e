import { ApexBlob, ApexDatetime, SObjectValue } from '../../platform/values/index.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { DmlOptions } from '../types.ts';
import { newDocument } from './content-documents.ts';
import { stampAudit } from './defaults.ts';
import type { DmlEnvironment } from './environment.ts';
import { fail } from './work.ts';
import type { Work } from './work.ts';

const LONGEST_PREVIEW = 255;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', amp: '&' };

/**
 * Size, type and preview of a note, whose content is HTML (Object Reference: ContentNote). Plain text has to be escaped:
 * an ampersand or an angle bracket that is none of HTML's is refused.
 */
export function describeNote(work: Work, environment: DmlEnvironment): void {
    const { record } = work;
    const body = record.fields.get('Content');
    const html = body instanceof ApexBlob ? Buffer.from(body.bytes).toString('utf8') : '';
    if (/&(?!#?\w+;)|<(?![a-z/!])/i.test(html))
        fail(
            work,
            'INVALID_INPUT',
            'Note can’t be saved because it contains HTML tags or unescaped characters that are not allowed in a Note.'
        );
    record.fields.set('ContentSize', Buffer.byteLength(html));
    record.fields.set('TextPreview', previewOf(html) || null);
    record.fields.set('FileType', 'SNOTE');
    record.fields.set('FileExtension', 'snote');
    record.fields.set('ContentModifiedDate', new ApexDatetime(environment.now()));
}

function previewOf(html: string): string {
    const text = html.replace(/<(br|\/p|\/li|\/h\d)\b[^>]*>/gi, ' ').replace(/<[^>]*>/g, '');
    const plain = text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
    return plain.replace(/\s+/g, ' ').trim().slice(0, LONGEST_PREVIEW);
}

/** A new note is a document with a version, too; a changed one gets the new title and content. */
export function publishNotes(works: Work[], environment: DmlEnvironment, options: DmlOptions): void {
    for (const { record, old } of works) {
        if (old) changeVersion(record, environment);
        else newVersion(record, environment, options);
    }
}

function newVersion(note: SObjectValue, environment: DmlEnvironment, options: DmlOptions): void {
    const versions = environment.schema().object('ContentVersion') as ObjectSchema;
    const version = new SObjectValue('ContentVersion');
    const [id] = environment.sequences.ids(versions, 1);
    version.fields.set('Id', id);
    copyNote(note, version);
    for (const [name, value] of Object.entries({ IsLatest: true, VersionNumber: '1', PublishStatus: 'P', Origin: 'C' }))
        version.fields.set(name, value);
    version.fields.set('OwnerId', note.fields.get('OwnerId'));
    stampAudit(
        versions,
        [{ given: version, index: 0, record: version, old: null, errors: [] }],
        options,
        environment.now()
    );
    environment.rows.insert(versions, [version]);
    newDocument(version, environment, options, note.id as string);
    for (const name of ['LatestContentId', 'LatestPublishedVersionId']) note.fields.set(name, id);
    const notes = environment.schema().object('ContentNote') as ObjectSchema;
    environment.rows.update(notes, note, ['LatestContentId', 'LatestPublishedVersionId']);
}

function changeVersion(note: SObjectValue, environment: DmlEnvironment): void {
    const [versions, documents] = ['ContentVersion', 'ContentDocument'].map(
        (name) => environment.schema().object(name) as ObjectSchema
    );
    const id = note.fields.get('LatestPublishedVersionId') as string;
    const version = environment.rows.load(versions, [id]).get(id);
    if (version) environment.rows.update(versions, version, copyNote(note, version));
    const document = environment.rows.load(documents, [note.id as string]).get(note.id as string);
    document?.fields.set('Title', note.fields.get('Title'));
    if (document) environment.rows.update(documents, document, ['Title']);
}

/** Returns the names of the fields that a version has of its note. */
function copyNote(note: SObjectValue, version: SObjectValue): string[] {
    const copied = ['Title', 'ContentSize', 'FileType', 'FileExtension', 'TextPreview'];
    for (const name of copied) version.fields.set(name, note.fields.get(name));
    version.fields.set('VersionData', note.fields.get('Content'));
    return [...copied, 'VersionData'];
}
