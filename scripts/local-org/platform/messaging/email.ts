import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
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
        'inReplyTo',
        'references'
    ],
    Id: ['targetObjectId', 'whatId', 'templateId', 'orgWideEmailAddressId'],
    Boolean: ['saveAsActivity', 'useSignature', 'bccSender', 'treatBodiesAsTemplate', 'treatTargetObjectAsRecipient'],
    'List<String>': ['toAddresses', 'ccAddresses', 'bccAddresses'],
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

class SendResultValue extends PlatformObject {
    readonly apexTypeName = 'Messaging.SendEmailResult';
}

definePlatformClass({
    name: 'Messaging.SendEmailResult',
    methods: {
        'Boolean isSuccess()': () => true,
        'List<Messaging.SendEmailError> getErrors()': () => new ApexList('Messaging.SendEmailError')
    }
});
definePlatformClass({ name: 'Messaging.SendEmailError', methods: {} });

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

/** Nothing leaves the machine: messages are kept with the test, or with the org under 'sentEmails'. */
function sendEmail(emails: ApexList<EmailPartValue>): ApexList {
    const { transaction, test, org } = context();
    transaction.limits.consume('EmailInvocations');
    emails.items.forEach(checkRecipients);
    const kept = test?.sentEmails ?? (org.storage.get('sentEmails') as unknown[] | undefined) ?? [];
    kept.push(...emails.items);
    if (!test) org.storage.set('sentEmails', kept);
    return new ApexList(
        'Messaging.SendEmailResult',
        emails.items.map(() => new SendResultValue())
    );
}

function checkRecipients(email: EmailPartValue): void {
    const lists = ['toaddresses', 'ccaddresses', 'bccaddresses'].map(
        (name) => email.settings.get(name) as ApexList | null
    );
    const addressed =
        lists.some((list) => list && list.items.length > 0) || Boolean(email.settings.get('targetobjectid'));
    if (addressed) return;
    throw new ApexException(
        'EmailException',
        'SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Add a recipient to send an email.'
    );
}
