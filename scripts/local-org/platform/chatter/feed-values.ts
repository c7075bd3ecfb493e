import { definePlatformEnum, platformEnumValue } from '../define.ts';
import { BeanValue, defineBean } from '../support/bean.ts';
import { ApexList } from '../values/collections.ts';

definePlatformEnum('ConnectApi.FeedElementType', ['Bundle', 'FeedItem', 'Recommendation']);
definePlatformEnum('ConnectApi.FeedItemVisibilityType', ['AllUsers', 'InternalUsers']);
definePlatformEnum('ConnectApi.MarkupType', [
    'Bold',
    'Code',
    'Hyperlink',
    'Italic',
    'ListItem',
    'OrderedList',
    'Paragraph',
    'Strikethrough',
    'Underline',
    'UnorderedList'
]);

defineBean('ConnectApi.MessageSegmentInput', { properties: {} });
const SEGMENTS: Record<string, Record<string, string[]>> = {
    TextSegmentInput: { String: ['text'] },
    MentionSegmentInput: { String: ['id', 'username'] },
    HashtagSegmentInput: { String: ['tag'] },
    LinkSegmentInput: { String: ['url'] },
    MarkupBeginSegmentInput: { 'ConnectApi.MarkupType': ['markupType'], String: ['url', 'altText'] },
    MarkupEndSegmentInput: { 'ConnectApi.MarkupType': ['markupType'] }
};
for (const [name, properties] of Object.entries(SEGMENTS))
    defineBean(`ConnectApi.${name}`, { properties, extends: 'ConnectApi.MessageSegmentInput' });

defineBean('ConnectApi.MessageBodyInput', {
    properties: { 'List<ConnectApi.MessageSegmentInput>': ['messageSegments'] }
});
defineBean('ConnectApi.FeedElementInput', {
    properties: { 'ConnectApi.FeedElementType': ['feedElementType'], String: ['subjectId'] }
});
defineBean('ConnectApi.FeedItemInput', {
    properties: {
        'ConnectApi.MessageBodyInput': ['body'],
        'ConnectApi.FeedItemVisibilityType': ['visibility']
    },
    extends: 'ConnectApi.FeedElementInput'
});
defineBean('ConnectApi.CommentInput', { properties: { 'ConnectApi.MessageBodyInput': ['body'] } });

defineBean('ConnectApi.FeedBody', { properties: { String: ['text'], Boolean: ['isRichText'] } });
defineBean('ConnectApi.FeedElement', {
    properties: {
        String: ['id', 'url'],
        'ConnectApi.FeedBody': ['body'],
        'ConnectApi.FeedElementType': ['feedElementType']
    }
});
defineBean('ConnectApi.FeedItem', { properties: { String: ['parentId'] }, extends: 'ConnectApi.FeedElement' });
defineBean('ConnectApi.Comment', { properties: { String: ['id', 'url'], 'ConnectApi.FeedBody': ['body'] } });

/** The text of a post, and whether it is marked up. */
export interface FeedText {
    text: string;
    isRichText: boolean;
}

/** What a post or comment of that id and text is given back as. */
export function feedValue(type: 'FeedItem' | 'Comment', id: string, { text, isRichText }: FeedText): BeanValue {
    const body = new BeanValue('ConnectApi.FeedBody');
    body.values.set('text', text).set('isRichText', isRichText);
    const value = new BeanValue(`ConnectApi.${type}`);
    value.values.set('id', id).set('body', body);
    if (type === 'FeedItem')
        value.values.set('feedElementType', platformEnumValue('ConnectApi.FeedElementType', 'FeedItem'));
    return value;
}

/** A post from its type and text alone. */
export function simpleInput(subjectId: string, text: string): BeanValue {
    const segment = new BeanValue('ConnectApi.TextSegmentInput');
    segment.values.set('text', text);
    const body = new BeanValue('ConnectApi.MessageBodyInput');
    body.values.set('messageSegments', new ApexList('ConnectApi.MessageSegmentInput', [segment]));
    const input = new BeanValue('ConnectApi.FeedItemInput');
    input.values.set('subjectId', subjectId).set('body', body);
    return input;
}
