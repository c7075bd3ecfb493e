import { context } from '../context.ts';
import { definePlatformClass, definePlatformEnum } from '../define.ts';
import { ApexList } from '../values/collections.ts';
import { type ApexEnumValue, PlatformObject } from '../values/object.ts';
import type { ApexException } from '../values/exception.ts';
import type { SObjectValue } from '../values/sobject.ts';
import { currentPage, PageReferenceValue } from './page-reference.ts';

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

/** An ApexPages.StandardController of one record. */
class StandardControllerValue extends PlatformObject {
    readonly apexTypeName = 'ApexPages.StandardController';
    readonly record: SObjectValue;

    constructor(record: SObjectValue) {
        super();
        this.record = record;
    }
}

/** An ApexPages.StandardSetController of a list of records. */
class StandardSetControllerValue extends PlatformObject {
    readonly apexTypeName = 'ApexPages.StandardSetController';
    readonly records: ApexList;
    selected: ApexList;
    pageSize = 20;
    pageNumber = 1;

    constructor(records: ApexList) {
        super();
        this.records = records;
        this.selected = new ApexList(records.elementType, []);
    }
}

const view = (self: StandardControllerValue): PageReferenceValue => new PageReferenceValue(`/${self.record.id ?? ''}`);

definePlatformClass({
    name: 'ApexPages.StandardController',
    constructors: {
        'StandardController(SObject record)': (record: SObjectValue) => new StandardControllerValue(record)
    },
    methods: {
        'SObject getRecord()': (self: StandardControllerValue) => self.record,
        'Id getId()': (self: StandardControllerValue) => self.record.id,
        'PageReference view()': view,
        'PageReference cancel()': view
    }
});

definePlatformClass({
    name: 'ApexPages.StandardSetController',
    constructors: {
        'StandardSetController(List<SObject> records)': (records: ApexList) => new StandardSetControllerValue(records)
    },
    methods: {
        'List<SObject> getRecords()': (self: StandardSetControllerValue) => self.records,
        'List<SObject> getSelected()': (self: StandardSetControllerValue) => self.selected,
        'void setSelected(List<SObject> records)': (self: StandardSetControllerValue, records: ApexList) =>
            void (self.selected = records),
        'Integer getResultSize()': (self: StandardSetControllerValue) => self.records.items.length,
        'Integer getPageSize()': (self: StandardSetControllerValue) => self.pageSize,
        'void setPageSize(Integer size)': (self: StandardSetControllerValue, size: number) =>
            void (self.pageSize = size),
        'Integer getPageNumber()': (self: StandardSetControllerValue) => self.pageNumber
    }
});

/** A SelectOption. */
class SelectOptionValue extends PlatformObject {
    readonly apexTypeName = 'SelectOption';
    value: string;
    label: string;
    disabled: boolean;

    constructor(value: string, label: string, disabled = false) {
        super();
        this.value = value;
        this.label = label;
        this.disabled = disabled;
    }
}

definePlatformClass({
    name: 'SelectOption',
    constructors: {
        'SelectOption(String value, String label)': (value, label) => new SelectOptionValue(value, label),
        'SelectOption(String value, String label, Boolean isDisabled)': (value, label, disabled) =>
            new SelectOptionValue(value, label, disabled)
    },
    methods: {
        'String getValue()': (self: SelectOptionValue) => self.value,
        'String getLabel()': (self: SelectOptionValue) => self.label,
        'Boolean getDisabled()': (self: SelectOptionValue) => self.disabled,
        'void setValue(String value)': (self: SelectOptionValue, value: string) => void (self.value = value),
        'void setLabel(String label)': (self: SelectOptionValue, label: string) => void (self.label = label),
        'void setDisabled(Boolean disabled)': (self: SelectOptionValue, disabled: boolean) =>
            void (self.disabled = disabled)
    }
});
