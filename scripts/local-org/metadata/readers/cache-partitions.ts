import type { CachePartitionMetadata, XmlNode } from '../types.ts';
import { elements, flag, integer, text } from '../xml.ts';

const CAPACITIES = [
    'allocatedCapacity',
    'allocatedPurchasedCapacity',
    'allocatedTrialCapacity',
    'allocatedPartnerCapacity'
];

/** A partition of the platform cache, with what it was given of each kind. */
export function readCachePartition(root: XmlNode, name: string): CachePartitionMetadata {
    const types = elements(root, 'platformCachePartitionTypes');
    const capacityOf = (type: string): number =>
        types
            .filter((node) => text(node, 'cacheType') === type)
            .flatMap((node) => CAPACITIES.map((element) => integer(node, element)))
            .reduce((sum, megabytes) => sum + megabytes, 0);
    return {
        name,
        default: flag(root, 'isDefaultPartition'),
        capacity: { Org: capacityOf('Organization'), Session: capacityOf('Session') }
    };
}
