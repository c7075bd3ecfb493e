import { context } from '../context.ts';
import { definePlatformClass, definePlatformEnum } from '../define.ts';
import { ApexList } from '../values/collections.ts';
import { type ApexEnumValue, PlatformObject } from '../values/object.ts';
import type { ApexException } from '../values/exception.ts';
import { currentPage } from './page-reference.ts';

definePlatformEnum('ApexPages.Severity', ['CONFIRM', 'ERROR', 'FATAL', 'INFO', 'WARNING']);

/** An ApexPages.Message. */
class MessageValue extends PlatformObject {
    readonly apexTypeName = 'ApexPages.Message';
    readonly severity: ApexEnumValue | null;
    readonly summary: string | null;
    readonly detail: string | null;

    constructor(severity: ApexEnumValue | null, summary: string | null, detail: string | null = summary) {
        super();
        this.severity = severity;
        this.summary = summary;
        this.detail = detail;
    }
}

definePlatformClass({
    name: 'ApexPages.Message',
    constructors: {
        'Message(ApexPages.Severity severity, String summary)': (severity, summary) =>
            new MessageValue(severity, summary),
        'Message(ApexPages.Severity severity, String summary, String detail)': (severity, summary, detail) =>
            new MessageValue(severity, summary, detail),
        'Message(ApexPages.Severity severity, String summary, String detail, String id)': (severity, summary, detail) =>
            new MessageValue(severity, summary, detail)
    },
    methods: {
        'String getSummary()': (self: MessageValue) => self.summary,
        'String getDetail()': (self: MessageValue) => self.detail,
        'ApexPages.Severity getSeverity()': (self: MessageValue) => self.severity,
        'String getComponentLabel()': () => null
    }
});

const messagesOf = new WeakMap<object, MessageValue[]>();

/** Messages of the page of the running test or transaction. */
function messages(): MessageValue[] {
    const { test, transaction } = context();
    const owner = test ?? transaction;
    const known = messagesOf.get(owner) ?? [];
    messagesOf.set(owner, known);
    return known;
}

/** Takes all messages of the page away. */
export function clearMessages(): void {
    messages().splice(0);
}

definePlatformClass({
    name: 'ApexPages',
    statics: {
        'PageReference currentPage()': currentPage,
        'void addMessage(ApexPages.Message message)': (message: MessageValue) => void messages().push(message),
        'void addMessages(Exception error)': (error: ApexException) =>
            void messages().push(new MessageValue(null, error.getApexMessage())),
        'List<ApexPages.Message> getMessages()': () => new ApexList('ApexPages.Message', [...messages()]),
        'Boolean hasMessages()': () => messages().length > 0,
        'Boolean hasMessages(ApexPages.Severity severity)': (severity: ApexEnumValue) =>
            messages().some((message) => message.severity === severity)
    }
});
