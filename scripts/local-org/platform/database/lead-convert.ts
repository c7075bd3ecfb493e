import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { BeanValue } from '../support/bean.ts';
import { ApexList } from '../values/collections.ts';
import { PlatformObject } from '../values/object.ts';
import { accessFor, AccessLevelValue } from '../security/access-level.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexException } from '../values/exception.ts';
import type { DmlOptions, LeadConversion, LeadConversionResult } from '../../data/types.ts';
import { DatabaseErrorValue } from './results.ts';

const SETTINGS: Record<string, string[]> = {
    Id: ['leadId', 'accountId', 'contactId', 'opportunityId', 'ownerId'],
    String: ['convertedStatus', 'opportunityName'],
    Boolean: ['doNotCreateOpportunity', 'overwriteLeadSource', 'sendNotificationEmail']
};

function settingMethods(): Record<string, Implementation> {
    const methods: Record<string, Implementation> = {};
    for (const [type, names] of Object.entries(SETTINGS))
        for (const name of names) {
            const capital = `${name[0].toUpperCase()}${name.slice(1)}`;
            const getter = type === 'Boolean' ? `is${capital}` : `get${capital}`;
            const absent = type === 'Boolean' ? false : null;
            methods[`void set${capital}(${type} value)`] = (self: BeanValue, value: unknown) =>
                void self.values.set(name, value);
            methods[`${type} ${getter}()`] = (self: BeanValue) => self.values.get(name) ?? absent;
        }
    return methods;
}

definePlatformClass({
    name: 'Database.LeadConvert',
    constructors: { 'LeadConvert()': () => new BeanValue('Database.LeadConvert') },
    methods: settingMethods()
});

/** A Database.LeadConvertResult. */
class LeadConvertResultValue extends PlatformObject {
    readonly apexTypeName = 'Database.LeadConvertResult';
    readonly conversion: LeadConversionResult;

    constructor(conversion: LeadConversionResult) {
        super();
        this.conversion = conversion;
    }
}

definePlatformClass({
    name: 'Database.LeadConvertResult',
    methods: {
        'Id getLeadId()': (self: LeadConvertResultValue) => self.conversion.leadId,
        'Id getAccountId()': (self: LeadConvertResultValue) => self.conversion.accountId,
        'Id getContactId()': (self: LeadConvertResultValue) => self.conversion.contactId,
        'Id getOpportunityId()': (self: LeadConvertResultValue) => self.conversion.opportunityId,
        'Boolean isSuccess()': (self: LeadConvertResultValue) => self.conversion.success,
        'List<Database.Error> getErrors()': (self: LeadConvertResultValue) =>
            new ApexList(
                'Database.Error',
                self.conversion.errors.map((error) => new DatabaseErrorValue(error))
            )
    }
});

/** Converts leads. With `allOrNone` the first that is refused throws DmlException and undoes the others. */
function convertAll(inputs: BeanValue[], extra: unknown[]): LeadConvertResultValue[] {
    const { transaction, org } = context();
    transaction.limits.consume('DmlStatements');
    transaction.uncommittedWork = true;
    const options = optionsOf(extra);
    const savepoint = org.data.savepoint();
    const results = inputs.map((input) => org.data.convertLead(conversionOf(input), options));
    const failure = options.allOrNone ? failureOf(results) : null;
    if (failure) {
        org.data.rollbackTo(savepoint);
        throw failure;
    }
    org.data.releaseSavepoint(savepoint);
    return results.map((result) => new LeadConvertResultValue(result));
}

function optionsOf(extra: unknown[]): DmlOptions {
    const level = extra.find((value) => value instanceof AccessLevelValue) ?? null;
    return { access: accessFor(level), allOrNone: !extra.includes(false) };
}

/** What the setters were given; throws NullPointerException when no lead was named. */
function conversionOf(input: BeanValue): LeadConversion {
    const conversion = Object.fromEntries(input.values) as Partial<LeadConversion>;
    if (!conversion.leadId) throw nullArgument();
    return { ...conversion, leadId: conversion.leadId, convertedStatus: conversion.convertedStatus ?? null };
}

/** The DmlException of the first lead that was refused; null when there is none. */
function failureOf(results: LeadConversionResult[]): ApexException | null {
    const index = results.findIndex(({ success }) => !success);
    if (index < 0) return null;
    const [{ statusCode, message }] = results[index].errors;
    const text = `ConvertLead failed. First exception on row ${index}; first error: ${statusCode}, ${message}: []`;
    const failure = new ApexException('DmlException', text);
    failure.dmlErrors = results.flatMap(({ errors, leadId }, row) =>
        errors.map((error) => ({ index: row, id: leadId, ...error, objectName: 'Lead' }))
    );
    return failure;
}

const one: Implementation = (input: BeanValue, ...extra: unknown[]) => convertAll([input], extra)[0];
const many: Implementation = (inputs: ApexList<BeanValue>, ...extra: unknown[]) =>
    new ApexList('Database.LeadConvertResult', convertAll(inputs.items, extra));

const entries = [
    '',
    ', Boolean allOrNone',
    ', AccessLevel accessLevel',
    ', Boolean allOrNone, AccessLevel accessLevel'
].flatMap((extra): [string, Implementation][] => [
    [`Database.LeadConvertResult convertLead(Database.LeadConvert leadToConvert${extra})`, one],
    [`List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert> leadsToConvert${extra})`, many]
]);

/** Members of Database that convert leads. */
export const leadMethods: Record<string, Implementation> = Object.fromEntries(entries);
