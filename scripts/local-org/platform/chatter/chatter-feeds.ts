import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { runDml } from '../database/run-dml.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { BeanValue, defineBean } from '../support/bean.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import { SObjectValue } from '../values/sobject.ts';
import '../connect-api/connect-api.ts';
import { feedValue, simpleInput } from './feed-values.ts';
import { messageText } from './message-text.ts';

/** Chatter works on the org's own data: a test that does not see it cannot use it. */
function checkNotSiloed(): void {
    const { test } = context();
    if (test && !test.seeAllData)
        throw new ApexException(
            'UnsupportedOperationException',
            'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
        );
}

definePlatformClass({
    name: 'ConnectApi.ChatterFeeds',
    statics: {
        'ConnectApi.FeedElement postFeedElement(String communityId, String subjectId, ConnectApi.FeedElementType feedElementType, String text)':
            (_community: unknown, subjectId: string, _type: unknown, text: string) =>
                post(simpleInput(subjectId, text)),
        'ConnectApi.FeedElement postFeedElement(String communityId, ConnectApi.FeedElementInput feedElement)': (
            _community: unknown,
            input: BeanValue
        ) => post(input),
        'List<ConnectApi.BatchResult> postFeedElementBatch(String communityId, List<ConnectApi.BatchInput> feedElements)':
            (_community: unknown, inputs: ApexList<BatchInputValue>) =>
                new ApexList('ConnectApi.BatchResult', inputs.items.map(postOne)),
        'ConnectApi.Comment postCommentToFeedElement(String communityId, String feedElementId, String text)': (
            _community: unknown,
            id: string,
            text: string
        ) => comment(id, simpleInput(id, text).values.get('body') as BeanValue),
        'ConnectApi.Comment postCommentToFeedElement(String communityId, String feedElementId, ConnectApi.CommentInput comment, ConnectApi.BinaryInput feedElementFileUpload)':
            (_community: unknown, id: string, input: BeanValue, file: unknown) => {
                if (file !== null) throw new NotImplementedError('ConnectApi.BinaryInput');
                return comment(id, input.values.get('body') as BeanValue | null);
            }
    }
});

definePlatformClass({
    name: 'ConnectApi.ChatterUsers',
    statics: {
        'ConnectApi.FollowingPage getFollowings(String communityId, String userId)': () => {
            checkNotSiloed();
            return newFollowingPage();
        }
    }
});
defineBean('ConnectApi.FollowingPage', { properties: { Integer: ['total'], String: ['currentPageUrl'] } });

/** Nothing can be followed in the local org. */
function newFollowingPage(): BeanValue {
    const page = new BeanValue('ConnectApi.FollowingPage');
    page.values.set('total', 0);
    return page;
}

definePlatformClass({ name: 'ConnectApi.BinaryInput' });

/** A ConnectApi.BatchInput: one post of several. */
class BatchInputValue extends PlatformObject {
    readonly apexTypeName = 'ConnectApi.BatchInput';
    readonly input: BeanValue;

    constructor(input: BeanValue) {
        super();
        this.input = input;
    }
}

definePlatformClass({
    name: 'ConnectApi.BatchInput',
    constructors: { 'BatchInput(Object input)': (input: BeanValue) => new BatchInputValue(input) }
});

/** A ConnectApi.BatchResult: the post, or what went wrong. */
class BatchResultValue extends PlatformObject {
    readonly apexTypeName = 'ConnectApi.BatchResult';
    readonly result: BeanValue | null;
    readonly error: ApexException | null;

    constructor(result: BeanValue | null, error: ApexException | null) {
        super();
        this.result = result;
        this.error = error;
    }
}

definePlatformClass({
    name: 'ConnectApi.BatchResult',
    methods: {
        'Boolean isSuccess()': (self: BatchResultValue) => self.error === null,
        'Object getResult()': (self: BatchResultValue) => self.result,
        'Exception getError()': (self: BatchResultValue) => self.error,
        'String getErrorMessage()': (self: BatchResultValue) => self.error?.getApexMessage() ?? null,
        'String getErrorTypeName()': (self: BatchResultValue) => self.error?.typeName ?? null
    }
});

function postOne({ input }: BatchInputValue): BatchResultValue {
    try {
        return new BatchResultValue(post(input), null);
    } catch (error) {
        if (error instanceof ApexException && error.typeName.startsWith('ConnectApi.'))
            return new BatchResultValue(null, error);
        throw error;
    }
}

/** A FeedItem of the subject, written as the running user. */
function post(input: BeanValue | null): BeanValue {
    checkNotSiloed();
    if (input === null) throw nullArgument();
    const text = messageText(input.values.get('body') as BeanValue | null);
    const fields = { ParentId: input.values.get('subjectId'), Body: text.text, IsRichText: text.isRichText };
    return feedValue('FeedItem', save('FeedItem', fields), text);
}

function comment(feedItemId: string, body: BeanValue | null): BeanValue {
    checkNotSiloed();
    const text = messageText(body);
    const fields = { FeedItemId: feedItemId, CommentBody: text.text, IsRichText: text.isRichText };
    return feedValue('Comment', save('FeedComment', fields), text);
}

/** Inserts a record. Returns its id; what the database refuses comes as ConnectApiException. */
function save(objectName: string, fields: Record<string, unknown>): string {
    const record = new SObjectValue(objectName);
    for (const [name, value] of Object.entries(fields)) record.fields.set(name, value);
    const [{ id, errors }] = runDml('insert', [record], { allOrNone: false });
    if (id === null) throw new ApexException('ConnectApi.ConnectApiException', errors[0]?.message ?? '');
    return id;
}
