import type { EventSubscriberMetadata, XmlNode } from '../types.ts';
import { integer, text } from '../xml.ts';

/** How the trigger of a platform event is run: Metadata API, PlatformEventSubscriberConfig. */
export function readEventSubscriber(root: XmlNode, name: string): EventSubscriberMetadata {
    return {
        name,
        trigger: text(root, 'platformEventConsumer') ?? '',
        username: text(root, 'user') ?? null,
        batchSize: integer(root, 'batchSize') || null
    };
}
