import { ApexDatetime } from '../../platform/values/index.ts';
import { deterministicId } from '../schema/ids.ts';
import type { ObjectSchema } from '../schema/types.ts';
import { ORGANIZATION_ID } from '../seed/seeder.ts';
import { isStored, storesSame } from '../storage/columns.ts';
import type { DmlOptions } from '../types.ts';
import { derivePlace, noteLastActivity } from './activities.ts';
import { describeFile, publishFiles } from './content-documents.ts';
import { addressDelivery } from './content-files.ts';
import { describeNote, publishNotes } from './content-notes.ts';
import { completeRelation, relateRecipients } from './email-relations.ts';
import type { DmlEnvironment } from './environment.ts';
import { followOpportunity, writeStageHistory } from './opportunities.ts';
import { priceLine, sumOpportunities } from './opportunity-products.ts';
import { takeProduct } from './order-products.ts';
import { shareWithTeam, unshareTeam } from './team-shares.ts';
import { fail } from './work.ts';
import type { Work } from './work.ts';

type Before = (work: Work, environment: DmlEnvironment) => void;
type After = (works: Work[], environment: DmlEnvironment, options: DmlOptions) => void;

/** What standard objects do by themselves when they are saved. */
const BEFORE: Record<string, Before> = {
    Lead: refuseConverted,
    Case: (work, environment) => stampWhenClosed(work, 'ClosedDate', environment),
    Task: (work, environment) => {
        stampWhenClosed(work, 'CompletedDateTime', environment);
        derivePlace(work, environment);
    },
    Event: derivePlace,
    Opportunity: followOpportunity,
    OpportunityLineItem: priceLine,
    OrderItem: takeProduct,
    EmailMessage: settleEmail,
    EmailMessageRelation: completeRelation,
    ContentVersion: describeFile,
    ContentNote: describeNote,
    ContentDistribution: addressDelivery,
    Knowledge__kav: nameArticle
};

const AFTER: Record<string, After> = {
    Opportunity: writeStageHistory,
    OpportunityLineItem: sumOpportunities,
    ContentVersion: publishFiles,
    ContentNote: publishNotes,
    Task: noteLastActivity,
    Event: noteLastActivity,
    EmailMessage: relateRecipients,
    AccountTeamMember: shareWithTeam,
    OpportunityTeamMember: shareWithTeam
};

const REMOVED: Record<string, After> = {
    OpportunityLineItem: sumOpportunities,
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
    removed(object: ObjectSchema, works: Work[], environment: DmlEnvironment, options: DmlOptions): void {
        REMOVED[object.name]?.(works, environment, options);
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

/** A sent or received e-mail stays as it is: only drafts change (Object Reference: EmailMessage, Special Access Rules). */
function settleEmail(work: Work, environment: DmlEnvironment): void {
    const { record, old } = work;
    if (!record.fields.get('RelatedToId') && record.fields.get('ParentId')) {
        record.fields.set('RelatedToId', record.fields.get('ParentId'));
    }
    if (!old || old.fields.get('Status') === DRAFT) return;
    const object = environment.schema().object('EmailMessage') as ObjectSchema;
    const kept = [...object.fields.values()].filter((field) => !field.custom && isStored(field));
    const changed = kept.filter(({ name }) => name !== 'IsExternallyVisible' && !isReading(name, work));
    const fields = changed
        .filter((field) => !storesSame(field, old.fields.get(field.name), record.fields.get(field.name)))
        .map(({ name }) => name);
    if (fields.length === 0) return;
    fail(work, 'INSUFFICIENT_ACCESS_OR_READONLY', 'Only e-mail messages in Draft status can be changed', fields);
}

const DRAFT = '5';

/** The one change of the status that is open to everybody: from New to Read. */
function isReading(name: string, { record, old }: Work): boolean {
    return name === 'Status' && old?.fields.get(name) === '0' && record.fields.get(name) === '1';
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
