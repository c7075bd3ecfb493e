import { DateTime } from 'luxon';
import { ApexDate, ApexException, SObjectValue } from '../../platform/values/index.ts';
import type { ObjectSchema, PicklistValue } from '../schema/types.ts';
import type { Rows } from '../storage/rows.ts';
import type { DataEngine, DmlError, DmlOptions, LeadConversion, LeadConversionResult } from '../types.ts';
import { fillFromLead } from './lead-mapping.ts';
import type { ConversionTarget } from './lead-mapping.ts';

/**
 * Makes an account, a contact and, unless refused, an opportunity of a lead, or fills those that are given; their
 * triggers and rules run, and the lead's own update triggers with IsConverted set (SOAP API Guide, convertLead()).
 * A failure undoes everything of this lead and is told in the result.
 */
export function convertLead(
    engine: DataEngine,
    rows: Rows,
    request: LeadConversion,
    options: DmlOptions,
    now: DateTime
): LeadConversionResult {
    const savepoint = engine.savepoint();
    try {
        return new Conversion(engine, rows, request, { ...options, allOrNone: true }, now).run();
    } catch (error) {
        if (!(error instanceof ApexException) || error.uncatchable) throw error;
        engine.rollbackTo(savepoint);
        return { ...failedResult(request), errors: errorsOf(error) };
    } finally {
        engine.releaseSavepoint(savepoint);
    }
}

function failedResult({ leadId }: LeadConversion): LeadConversionResult {
    return { success: false, leadId, accountId: null, contactId: null, opportunityId: null, errors: [] };
}

function errorsOf(error: ApexException): DmlError[] {
    if (error instanceof Refusal) return [{ statusCode: error.statusCode, message: error.message, fields: [] }];
    const told = (error.dmlErrors ?? []).map(({ statusCode, message, fields }) => ({ statusCode, message, fields }));
    return told.length > 0 ? told : [{ statusCode: 'UNKNOWN_EXCEPTION', message: error.message, fields: [] }];
}

/** Why a lead cannot be converted at all. */
class Refusal extends ApexException {
    readonly statusCode: string;

    constructor(statusCode: string, message: string) {
        super('DmlException', message);
        this.statusCode = statusCode;
    }
}

class Conversion {
    private readonly engine: DataEngine;
    private readonly rows: Rows;
    private readonly request: LeadConversion;
    private readonly options: DmlOptions;
    private readonly now: DateTime;
    private readonly lead: SObjectValue;

    constructor(engine: DataEngine, rows: Rows, request: LeadConversion, options: DmlOptions, now: DateTime) {
        this.engine = engine;
        this.rows = rows;
        this.request = request;
        this.options = options;
        this.now = now;
        this.lead = this.checkedLead();
    }

    run(): LeadConversionResult {
        const { request } = this;
        const accountId = this.save('Account', request.accountId, {});
        const contactId = this.save('Contact', request.contactId, { AccountId: accountId });
        const opportunityId = this.opportunity(accountId);
        if (opportunityId) this.relate(opportunityId, contactId);
        this.moveChildren(contactId, opportunityId ?? accountId);
        this.close({
            ConvertedAccountId: accountId,
            ConvertedContactId: contactId,
            ConvertedOpportunityId: opportunityId
        });
        return { success: true, leadId: request.leadId, accountId, contactId, opportunityId, errors: [] };
    }

    private checkedLead(): SObjectValue {
        const lead = this.rows.load(this.object('Lead'), [this.request.leadId]).get(this.request.leadId);
        if (!lead) throw new Refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        if (lead.fields.get('IsConverted') === true)
            throw new Refusal('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
        const status = this.values('Lead', 'Status').find((one) => one.value === this.request.convertedStatus);
        if (status?.facts?.IsConverted !== true)
            throw new Refusal('INVALID_STATUS', `invalid convertedStatus: ${this.request.convertedStatus ?? 'null'}`);
        if (this.request.contactId && !this.request.accountId)
            throw new Refusal('INVALID_ID_FIELD', 'a contact can be given together with its account only');
        if (!String(this.ownerOf(lead)).startsWith(this.object('User').keyPrefix)) {
            const told =
                'Converted objects can only be owned by users. If the lead is not owned by a user, you must specify a user for the Owner field.';
            throw new Refusal('INVALID_OPERATION', told);
        }
        return lead;
    }

    private object(name: string): ObjectSchema {
        return this.engine.schema.object(name) as ObjectSchema;
    }

    private values(object: string, field: string): PicklistValue[] {
        return this.object(object).field(field)?.picklistValues ?? [];
    }

    private ownerOf(lead: SObjectValue): unknown {
        return this.request.ownerId ?? lead.fields.get('OwnerId');
    }

    /** A new record from the lead, or the given one with its empty fields filled. */
    private save(name: ConversionTarget, given: string | null | undefined, values: Record<string, unknown>): string {
        const known = given ? this.rows.load(this.object(name), [given]).get(given) : undefined;
        if (given && !known) throw new Refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        const record = known ?? new SObjectValue(name);
        const filled = fillFromLead(record, this.lead);
        if (name === 'Contact' && this.request.overwriteLeadSource)
            record.fields.set('LeadSource', this.lead.fields.get('LeadSource') ?? null);
        if (known && !filled && !this.request.overwriteLeadSource) return given as string;
        if (!known) {
            record.fields.set('OwnerId', this.ownerOf(this.lead));
            for (const [field, value] of Object.entries(values)) record.fields.set(field, value);
        }
        const [result] = this.engine.dml(known ? 'update' : 'insert', [record], this.options);
        return result.id as string;
    }

    private opportunity(accountId: string): string | null {
        const { doNotCreateOpportunity, opportunityId, opportunityName } = this.request;
        if (opportunityId) return this.save('Opportunity', opportunityId, {});
        if (doNotCreateOpportunity) return null;
        const stages = this.values('Opportunity', 'StageName').filter((one) => one.active);
        const end = this.now.endOf('quarter');
        return this.save('Opportunity', null, {
            AccountId: accountId,
            Name: opportunityName ?? `${String(this.lead.fields.get('Company'))}-`,
            StageName: (stages.find((one) => one.default) ?? stages[0])?.value,
            CloseDate: new ApexDate(end.year, end.month, end.day)
        });
    }

    private relate(opportunityId: string, contactId: string): void {
        const role = new SObjectValue('OpportunityContactRole');
        const values = { OpportunityId: opportunityId, ContactId: contactId, IsPrimary: true };
        for (const [name, value] of Object.entries(values)) role.fields.set(name, value);
        this.engine.dml('insert', [role], { ...this.options, access: { ...this.options.access, mode: 'system' } });
    }

    /** Activities go to the contact and to what was made last; campaign members point to the contact as well. */
    private moveChildren(contactId: string, whatId: string): void {
        for (const name of ['Task', 'Event']) this.point(name, 'WhoId', { WhoId: contactId, WhatId: whatId });
        this.point('CampaignMember', 'LeadId', { ContactId: contactId });
        for (const name of ['Note', 'Attachment']) this.point(name, 'ParentId', { ParentId: contactId });
        this.point('ContentDocumentLink', 'LinkedEntityId', { LinkedEntityId: contactId });
    }

    private point(objectName: string, field: string, values: Record<string, string>): void {
        const object = this.engine.schema.object(objectName);
        if (!object?.field(field)) return;
        for (const { id } of this.rows.idsWhere(object, field, [this.request.leadId])) {
            const row = new SObjectValue(objectName);
            for (const [name, value] of Object.entries({ Id: id, ...values })) row.fields.set(name, value);
            this.rows.update(object, row, Object.keys(values));
        }
    }

    private close(converted: Record<string, string | null>): void {
        const record = new SObjectValue('Lead');
        const { year, month, day } = this.now;
        const values = { ...converted, IsConverted: true, ConvertedDate: new ApexDate(year, month, day) };
        for (const [name, value] of Object.entries(values)) record.fields.set(name, value);
        record.fields.set('Id', this.request.leadId);
        record.fields.set('Status', this.request.convertedStatus);
        record.fields.set('OwnerId', this.ownerOf(this.lead));
        const access = { ...this.options.access, mode: 'system' as const };
        this.engine.dml('update', [record], { ...this.options, access, platformFields: Object.keys(values) });
    }
}
