import { context } from '../context.ts';
import { definePlatformInterface } from '../define.ts';
import { defineBean } from '../support/bean.ts';

/** Registers a class that has nothing but properties that can be read and set. */
function defineParts(name: string, properties: Record<string, string[]>): void {
    defineBean(name, { properties });
}

defineParts('Messaging.InboundEmail', {
    String: ['subject', 'plainTextBody', 'htmlBody', 'fromAddress', 'fromName', 'inReplyTo', 'messageId', 'replyTo'],
    Boolean: ['htmlBodyIsTruncated', 'plainTextBodyIsTruncated'],
    'List<String>': ['toAddresses', 'ccAddresses', 'references'],
    'List<Messaging.InboundEmail.BinaryAttachment>': ['binaryAttachments'],
    'List<Messaging.InboundEmail.TextAttachment>': ['textAttachments'],
    'List<Messaging.InboundEmail.Header>': ['headers']
});
defineParts('Messaging.InboundEmail.BinaryAttachment', {
    String: ['fileName', 'mimeTypeSubType'],
    Blob: ['body'],
    'List<Messaging.InboundEmail.Header>': ['headers']
});
defineParts('Messaging.InboundEmail.TextAttachment', {
    String: ['fileName', 'mimeTypeSubType', 'body', 'charset'],
    Boolean: ['bodyIsTruncated'],
    'List<Messaging.InboundEmail.Header>': ['headers']
});
defineParts('Messaging.InboundEmail.Header', { String: ['name', 'value'] });
defineParts('Messaging.InboundEnvelope', { String: ['fromAddress', 'toAddress'] });
defineParts('Messaging.InboundEmailResult', { Boolean: ['success'], String: ['message'] });

definePlatformInterface('Messaging.InboundEmailHandler', [
    'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)'
]);

/** Reserving costs nothing here: a test or transaction may send what its limits let it. */
export function reserveCapacity(): void {
    context();
}
