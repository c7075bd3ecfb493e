import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { ApexBlob, ApexDatetime, ApexDecimal, SObjectValue } from '../../platform/values/index.ts';
import { deterministicId } from '../schema/ids.ts';
import type { ObjectSchema } from '../schema/types.ts';
import { ORGANIZATION_ID } from '../seed/seeder.ts';
import type { DmlOptions } from '../types.ts';
import { addressDelivery, fileTypeOf } from './content-files.ts';
import { completeRelation, relateRecipients } from './email-relations.ts';
import type { DmlEnvironment } from './environment.ts';
import { writePlatformRow } from './platform-rows.ts';
import { shareWithTeam, unshareTeam } from './team-shares.ts';
import { fail } from './work.ts';
import type { Work } from './work.ts';

type Before = (work: Work, environment: DmlEnvironment) => void;
type After = (works: Work[], environment: DmlEnvironment, options: DmlOptions) => void;

/** What standard objects do by themselves when they are saved. */
const BEFORE: Record<string, Before> = {
    Lead: refuseConverted,
    Case: (work, environment) => stampWhenClosed(work, 'ClosedDate', environment),
    Task: (work, environment) => stampWhenClosed(work, 'CompletedDateTime', environment),
    OpportunityLineItem: priceLine,
    EmailMessage: relateToCase,
    EmailMessageRelation: completeRelation,
    ContentVersion: describeFile,
    ContentDistribution: addressDelivery,
    Knowledge__kav: nameArticle
};

const AFTER: Record<string, After> = {
    OpportunityLineItem: sumOpportunities,
    ContentVersion: publishFiles,
    EmailMessage: relateRecipients,
    AccountTeamMember: shareWithTeam,
    OpportunityTeamMember: shareWithTeam
};

type Removed = (works: Work[], environment: DmlEnvironment) => void;

const REMOVED: Record<string, Removed> = {
    AccountTeamMember: unshareTeam,
    OpportunityTeamMember: unshareTeam
};

export const standardBehaviour = {
    before(object: ObjectSchema, works: Work[], environment: DmlEnvironment): void {
        const behave = object.kind === 'customSetting' ? settleOwner : BEFORE[object.name];
        if (behave) for (const work of works) behave(work, environment);
    },
    after(object: ObjectSchema, works: Work[], environment: DmlEnvironment, options: DmlOptions): void {
        AFTER[object.name]?.(works, environment, options);
    },
    removed(object: ObjectSchema, works: Work[], environment: DmlEnvironment): void {
        REMOVED[object.name]?.(works, environment);
    }
};

/** A lead that was converted is closed for good. */
function refuseConverted(work: Work): void {
    if (work.old?.fields.get('IsConverted') === true)
        fail(work, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
}

/** The moment at which the status became a closed one; empty again when the record is reopened. */
function stampWhenClosed({ record, given }: Work, field: string, environment: DmlEnvironment): void {
    const object = environment.schema().object(record.objectName) as ObjectSchema;
    const value = object.field('Status')?.picklistValues.find((one) => one.value === record.fields.get('Status'));
    if (value?.facts?.IsClosed !== true) record.fields.set(field, null);
    else if (!record.fields.get(field)) {
        record.fields.set(field, given.fields.get(field) ?? new ApexDatetime(environment.now()));
    }
}

function decimal(record: SObjectValue, name: string): ApexDecimal | null {
    const value = record.fields.get(name);
    return value instanceof ApexDecimal ? value : null;
}

/** Total and unit price follow from each other; the product from its price. */
function priceLine({ record, given }: Work, environment: DmlEnvironment): void {
    const entryId = record.fields.get('PricebookEntryId');
    const entries = environment.schema().object('PricebookEntry') as ObjectSchema;
    const entry = typeof entryId === 'string' ? environment.rows.load(entries, [entryId]).get(entryId) : undefined;
    if (entry && !record.fields.get('Product2Id')) record.fields.set('Product2Id', entry.fields.get('Product2Id'));
    const quantity = decimal(record, 'Quantity');
    const unit = decimal(record, 'UnitPrice');
    const total = decimal(record, 'TotalPrice');
    if (!quantity) return;
    if (unit && (given.fields.has('UnitPrice') || given.fields.has('Quantity') || !total)) {
        record.fields.set('TotalPrice', quantity.times(unit).withScale(2, 'HALF_UP'));
    } else if (total && !quantity.value.isZero()) {
        record.fields.set('UnitPrice', total.dividedBy(quantity).withScale(2, 'HALF_UP'));
    }
}

/** The amount of an opportunity with products is their sum. */
function sumOpportunities(works: Work[], environment: DmlEnvironment): void {
    const schema = environment.schema();
    const [opportunity, line] = [schema.object('Opportunity'), schema.object('OpportunityLineItem')] as ObjectSchema[];
    const ids = [...new Set(works.map((work) => work.record.fields.get('OpportunityId') as string))];
    const lineIds = environment.rows.idsWhere(line, 'OpportunityId', ids);
    const lines = environment.rows.load(
        line,
        lineIds.map((row) => row.id)
    );
    for (const [id, record] of environment.rows.load(opportunity, ids)) {
        const own = [...lines.values()].filter((one) => one.fields.get('OpportunityId') === id);
        const amount = own
            .map((one) => decimal(one, 'TotalPrice'))
            .reduce<ApexDecimal>((sum, one) => (one ? sum.plus(one) : sum), ApexDecimal.of('0.00'));
        record.fields.set('Amount', amount);
        environment.rows.update(opportunity, record, ['Amount']);
    }
}

function relateToCase({ record }: Work): void {
    if (!record.fields.get('RelatedToId') && record.fields.get('ParentId')) {
        record.fields.set('RelatedToId', record.fields.get('ParentId'));
    }
}

/** A custom setting without a user or profile is the one of the org. */
function settleOwner({ record }: Work): void {
    if (!record.fields.get('SetupOwnerId')) record.fields.set('SetupOwnerId', ORGANIZATION_ID);
    if (!record.fields.get('Name')) record.fields.set('Name', record.objectName);
}

/** All versions of an article share its Id. */
function nameArticle({ record }: Work): void {
    if (record.fields.get('KnowledgeArticleId')) return;
    record.fields.set('KnowledgeArticleId', deterministicId('kA0', String(record.fields.get('UrlName'))));
    record.fields.set('VersionNumber', 1);
}

/** Size, type and checksum of a file. */
function describeFile({ record, old }: Work): void {
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
function publishFiles(works: Work[], environment: DmlEnvironment, options: DmlOptions): void {
    for (const { record, old } of works) {
        if (old) continue;
        const known = record.fields.get('ContentDocumentId') as string | undefined;
        if (known) replaceVersion(record, known, environment);
        else newDocument(record, environment, options);
    }
}

function newDocument(version: SObjectValue, environment: DmlEnvironment, options: DmlOptions): void {
    const versions = environment.schema().object('ContentVersion') as ObjectSchema;
    const copied = ['Title', 'FileType', 'FileExtension', 'ContentSize', 'Description', 'OwnerId', 'PublishStatus'];
    const values = Object.fromEntries(copied.map((name) => [name, version.fields.get(name)]));
    const row = { ...values, LatestPublishedVersionId: version.id };
    const document = writePlatformRow('ContentDocument', row, environment, options);
    version.fields.set('ContentDocumentId', document);
    environment.rows.update(versions, version, ['ContentDocumentId']);
    const linked = [version.fields.get('OwnerId'), version.fields.get('FirstPublishLocationId')].filter(Boolean);
    for (const id of new Set(linked)) {
        const share = id === version.fields.get('OwnerId') ? 'I' : 'V';
        const link = { ContentDocumentId: document, LinkedEntityId: id, ShareType: share, Visibility: 'AllUsers' };
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
