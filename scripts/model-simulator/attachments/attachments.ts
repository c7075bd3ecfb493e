/** A file that came with a prompt. */
export interface Attachment {
    mediaType: string;
    bytes: Buffer;
}

/** A file that cannot be what it says it is. */
export class UnreadableAttachment extends Error {}

/** Kinds of files that the providers read. */
export const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp'];

const TOKENS_PER_IMAGE = 1_105;
const TOKENS_PER_PAGE = 1_500;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Reads `data:application/pdf;base64,…`. Throws UnreadableAttachment when it is something else. */
export function fromDataUrl(url: unknown): Attachment {
    const match = /^data:([\w.+/-]+);base64,(.*)$/s.exec(typeof url === 'string' ? url : '');
    if (match === null) {
        throw new UnreadableAttachment('expected a base64-encoded data URL');
    }
    return fromBase64(match[1], match[2]);
}

/** Reads base64 of a media type. Throws UnreadableAttachment when either is not acceptable. */
export function fromBase64(mediaType: unknown, data: unknown): Attachment {
    if (typeof mediaType !== 'string' || !MEDIA_TYPES.includes(mediaType)) {
        throw new UnreadableAttachment(`unsupported media type ${JSON.stringify(mediaType)}`);
    }
    if (typeof data !== 'string' || data.length % 4 !== 0 || !BASE64.test(data)) {
        throw new UnreadableAttachment('the data is not valid base64');
    }
    return { mediaType, bytes: Buffer.from(data, 'base64') };
}

/** What files count in the prompt: a fixed number for each picture and for each page. */
export function attachmentTokens(attachments: Attachment[]): number {
    const each = attachments.map((one) =>
        one.mediaType === 'application/pdf' ? pagesOf(one.bytes) * TOKENS_PER_PAGE : TOKENS_PER_IMAGE
    );
    return each.reduce((sum, tokens) => sum + tokens, 0);
}

function pagesOf(pdf: Buffer): number {
    return Math.max(1, pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0);
}

/** How many files a request's body carries, whatever the provider. */
export function countAttachments(body: unknown): number {
    if (Array.isArray(body)) {
        return body.reduce<number>((sum, each) => sum + countAttachments(each), 0);
    }
    if (typeof body !== 'object' || body === null) {
        return 0;
    }
    const { type } = body as { type?: unknown };
    const isFile = ['file', 'image_url', 'input_file', 'input_image', 'document', 'image'].includes(String(type));
    return isFile ? 1 : countAttachments(Object.values(body));
}
