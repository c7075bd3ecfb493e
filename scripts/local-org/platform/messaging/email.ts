import { context } from '../context.ts';
import { definePlatformClass, platformEnumValue } from '../define.ts';
import { once } from '../journal.ts';
import type { Implementation } from '../registry.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { reserveCapacity } from './inbound-email.ts';
import { PlatformObject } from '../values/object.ts';

/** Properties of a Messaging.SingleEmailMessage by type. */
const PROPERTIES: Record<string, string[]> = {
    String: [
        'subject',
        'plainTextBody',
        'htmlBody',
        'senderDisplayName',
        'replyTo',
        'charset',
        'optOutPolicy',
        'inReplyTo',
        'references'
    ],
    Id: ['targetObjectId', 'whatId', 'templateId', 'orgWideEmailAddressId'],
    Boolean: ['saveAsActivity', 'useSignature', 'bccSender', 'treatBodiesAsTemplate', 'treatTargetObjectAsRecipient'],
    'List<String>': ['toAddresses', 'ccAddresses', 'bccAddresses', 'entityAttachments', 'documentAttachments'],
    'List<Messaging.EmailFileAttachment>': ['fileAttachments']
};

/** A message or attachment: what was set, by lower-case property name. */
export class EmailPartValue extends PlatformObject {
    readonly apexTypeName: string;
    readonly settings = new Map<string, unknown>();

    constructor(apexTypeName: string) {
        super();
        this.apexTypeName = apexTypeName;
    }
}

/** `setSubject`, `getSubject` and the property `subject`, for each property. */
function defineEmailPart(name: string, properties: Record<string, string[]>, parent?: string): void {
    const methods: Record<string, Implementation> = {};
    const access: Record<string, { get: Implementation; set: (self: EmailPartValue, value: unknown) => void }> = {};
    for (const [type, names] of Object.entries(properties)) {
        for (const property of names) {
            const capital = property[0].toUpperCase() + property.slice(1);
            const get: Implementation = (self: EmailPartValue) => self.settings.get(property.toLowerCase()) ?? null;
            const set = (self: EmailPartValue, value: unknown): void =>
                void self.settings.set(property.toLowerCase(), value);
            methods[`void set${capital}(${type} value)`] = set;
            methods[`${type} get${capital}()`] = get;
            access[`${type} ${property}`] = { get, set };
        }
    }
    const simpleName = name.split('.').pop()!;
    const constructors = { [`${simpleName}()`]: () => new EmailPartValue(name) };
    definePlatformClass({ name, extends: parent, constructors, methods, properties: access });
}

definePlatformClass({ name: 'Messaging.Email', abstract: true });
defineEmailPart('Messaging.SingleEmailMessage', PROPERTIES, 'Messaging.Email');
defineEmailPart('Messaging.EmailFileAttachment', {
    String: ['fileName', 'contentType'],
    Blob: ['body'],
    Boolean: ['inline']
});

/** A Messaging.SendEmailResult: what became of one message. */
class SendResultValue extends PlatformObject {
    readonly apexTypeName = 'Messaging.SendEmailResult';
    /** Why the message was not sent; null when it was. */
    readonly problem: string | null;

    constructor(problem: string | null) {
        super();
        this.problem = problem;
    }

    get errors(): SendErrorValue[] {
        return this.problem === null ? [] : [new SendErrorValue(this.problem)];
    }
}

/** A Messaging.SendEmailError. */
class SendErrorValue extends PlatformObject {
    readonly apexTypeName = 'Messaging.SendEmailError';
    readonly message: string;

    constructor(message: string) {
        super();
        this.message = message;
    }
}

definePlatformClass({
    name: 'Messaging.SendEmailResult',
    methods: {
        'Boolean isSuccess()': (self: SendResultValue) => self.problem === null,
        'List<Messaging.SendEmailError> getErrors()': (self: SendResultValue) =>
            new ApexList('Messaging.SendEmailError', self.errors)
    }
});
definePlatformClass({
    name: 'Messaging.SendEmailError',
    methods: {
        'String getMessage()': (self: SendErrorValue) => self.message,
        'StatusCode getStatusCode()': () => platformEnumValue('StatusCode', 'REQUIRED_FIELD_MISSING'),
        'List<String> getFields()': () => new ApexList('String'),
        'String getTargetObjectId()': () => null
    }
});

definePlatformClass({
    name: 'Messaging',
    statics: {
        'void reserveSingleEmailCapacity(Integer amount)': reserveCapacity,
        'void reserveMassEmailCapacity(Integer amount)': reserveCapacity,
        'List<Messaging.SendEmailResult> sendEmail(List<Messaging.SingleEmailMessage> emails)': sendEmail,
        'List<Messaging.SendEmailResult> sendEmail(List<Messaging.SingleEmailMessage> emails, Boolean allOrNothing)':
            sendEmail,
        'List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': sendEmail,
        'List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNothing)': sendEmail
    }
});

/**
 * Nothing leaves the machine: messages are kept with the test, or with the org under 'sentEmails'. Throws EmailException
 * on the first message that has nobody to go to, unless `allOrNothing` is false.
 */
function sendEmail(emails: ApexList<EmailPartValue>, allOrNothing = true): ApexList {
    context().transaction.limits.consume('EmailInvocations');
    const problems = emails.items.map((email) => (hasRecipient(email) ? null : NO_RECIPIENT));
    const first = problems.findIndex((problem) => problem !== null);
    if (first >= 0 && allOrNothing)
        throw new ApexException(
            'EmailException',
            `SendEmail failed. First exception on row ${first}; first error: REQUIRED_FIELD_MISSING, ${NO_RECIPIENT}`
        );
    const good = emails.items.filter((_, index) => problems[index] === null);
    once('the sending of e-mails', () => keep(good));
    return new ApexList(
        'Messaging.SendEmailResult',
        problems.map((problem) => new SendResultValue(problem))
    );
}

function keep(emails: EmailPartValue[]): void {
    const { test, org } = context();
    const kept = test?.sentEmails ?? (org.storage.get('sentEmails') as unknown[] | undefined) ?? [];
    kept.push(...emails);
    if (!test) org.storage.set('sentEmails', kept);
}

const NO_RECIPIENT = 'Add a recipient to send an email.';

function hasRecipient(email: EmailPartValue): boolean {
    const lists = ['toaddresses', 'ccaddresses', 'bccaddresses'].map(
        (name) => email.settings.get(name) as ApexList | null
    );
    return lists.some((list) => list && list.items.length > 0) || Boolean(email.settings.get('targetobjectid'));
}
