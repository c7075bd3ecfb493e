import { type Attachment, fromBase64, UnreadableAttachment } from '../attachments/attachments.ts';
import { refuse } from './errors.ts';
import type { Block } from './request-schema.ts';

/** The files among the blocks; throws Refusal for blocks that are neither words nor a readable file. */
export function filesIn(blocks: Block[], requestId: string): Attachment[] {
    return blocks
        .filter(({ type }) => type !== 'text')
        .map((block, at) => {
            const isPdf = block.source?.media_type === 'application/pdf';
            if (block.type !== (isPdf ? 'document' : 'image') || block.source?.type !== 'base64') {
                refuse(`messages.0.content.${at}: Input tag '${block.type}' does not fit its source`, requestId);
            }
            return readFile(block, at, requestId);
        });
}

function readFile({ source }: Block, at: number, requestId: string): Attachment {
    try {
        return fromBase64(source?.media_type, source?.data);
    } catch (error) {
        if (error instanceof UnreadableAttachment) {
            return refuse(`messages.0.content.${at}.source: ${error.message}`, requestId);
        }
        throw error;
    }
}
