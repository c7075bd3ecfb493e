import { context } from '../context.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { BeanValue } from '../support/bean.ts';
import type { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import type { ApexEnumValue } from '../values/object.ts';
import type { FeedText } from './feed-values.ts';

/** HTML that a post keeps for its markup. */
const TAGS: Record<string, string> = {
    Bold: 'b',
    Code: 'code',
    Italic: 'i',
    ListItem: 'li',
    OrderedList: 'ol',
    Paragraph: 'p',
    Strikethrough: 's',
    Underline: 'u',
    UnorderedList: 'ul'
};

/** The text of a ConnectApi.MessageBodyInput. Throws ConnectApiException when there is none. */
export function messageText(body: BeanValue | null): FeedText {
    const segments = (body?.values.get('messageSegments') as ApexList<BeanValue> | null)?.items ?? [];
    const text = segments.map(segmentText).join('');
    if (text === '') throw new ApexException('ConnectApi.ConnectApiException', 'The message body must have text.');
    const isRichText = segments.some(({ apexTypeName }) => apexTypeName.startsWith('ConnectApi.Markup'));
    return { text, isRichText };
}

function segmentText(segment: BeanValue): string {
    const value = (name: string): string => String(segment.values.get(name) ?? '');
    switch (segment.apexTypeName) {
        case 'ConnectApi.TextSegmentInput':
            return value('text');
        case 'ConnectApi.HashtagSegmentInput':
            return `#${value('tag')}`;
        case 'ConnectApi.LinkSegmentInput':
            return value('url');
        case 'ConnectApi.MentionSegmentInput':
            return `@${nameOf(segment)}`;
        case 'ConnectApi.MarkupBeginSegmentInput':
            return `<${tagOf(segment)}>`;
        case 'ConnectApi.MarkupEndSegmentInput':
            return `</${tagOf(segment)}>`;
        default:
            throw new NotImplementedError(segment.apexTypeName);
    }
}

function tagOf(segment: BeanValue): string {
    const markup = (segment.values.get('markupType') as ApexEnumValue | null)?.name ?? '';
    const tag = TAGS[markup];
    if (!tag) throw new NotImplementedError(`ConnectApi.MarkupType.${markup}`);
    return tag;
}

function nameOf(mention: BeanValue): string {
    const id = mention.values.get('id') as string | null;
    const found = id ? context().org.user(id) : undefined;
    if (!found) throw new ApexException('ConnectApi.NotFoundException', `The user or group ${id} does not exist.`);
    return found.name;
}
