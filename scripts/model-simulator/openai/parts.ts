import { type Attachment, fromDataUrl, UnreadableAttachment } from '../attachments/attachments.ts';
import { refuse } from './errors.ts';

/** A part of a message, of either interface. */
export interface Part {
    type: string;
    text?: string;
    image_url?: string | { url?: string };
    file?: { filename?: string; file_data?: string };
    file_data?: string;
    filename?: string;
}

/** Words and files of a message. */
export interface Content {
    text: string;
    attachments: Attachment[];
}

const TEXTS = ['text', 'input_text', 'output_text'];
const IMAGES = ['image_url', 'input_image'];
const FILES = ['file', 'input_file'];

/** Reads a message's content; throws Refusal for parts that the endpoint does not take. `kinds` are the types it does. */
export function readContent(content: string | Part[], kinds: string[], path: string, requestId: string): Content {
    if (typeof content === 'string') {
        return { text: content, attachments: [] };
    }
    const unknown = content.findIndex((part) => !kinds.includes(part.type));
    if (unknown >= 0) {
        const param = `${path}[${unknown}].type`;
        const message = `Invalid value: '${content[unknown].type}'. Supported values are: ${kinds.map((kind) => `'${kind}'`).join(', ')}.`;
        refuse(message, requestId, { param, code: 'invalid_value' });
    }
    const words = content.filter((part) => TEXTS.includes(part.type));
    const files = content.filter((part) => !TEXTS.includes(part.type));
    return {
        text: words.map((part) => part.text ?? '').join('\n'),
        attachments: files.map((part, at) => readFile(part, `${path}[${at}]`, requestId))
    };
}

function readFile(part: Part, path: string, requestId: string): Attachment {
    try {
        return fromDataUrl(addressOf(part));
    } catch (error) {
        if (error instanceof UnreadableAttachment) {
            const message = `Invalid '${path}': ${error.message}.`;
            return refuse(message, requestId, { param: path, code: 'invalid_value' });
        }
        throw error;
    }
}

function addressOf(part: Part): unknown {
    if (IMAGES.includes(part.type)) {
        return typeof part.image_url === 'string' ? part.image_url : part.image_url?.url;
    }
    if (FILES.includes(part.type)) {
        const named = part.file?.filename ?? part.filename;
        return named === undefined ? undefined : (part.file?.file_data ?? part.file_data);
    }
    return undefined;
}
