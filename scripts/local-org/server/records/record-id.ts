import { normalizeId } from '../../data/schema/ids.ts';
import { RestError } from '../http/rest-error.ts';

/** The 18-character form of an id; undefined when it is none. */
export function normalId(id: string): string | undefined {
    return normalizeId(id) ?? undefined;
}

/**
 * The 18-character form of an id given with 15 or 18 characters.
 * @throws RestError MALFORMED_ID when it is neither
 */
export function recordId(id: unknown): string {
    const normal = typeof id === 'string' ? normalizeId(id) : undefined;
    if (normal === undefined) {
        throw new RestError(400, 'MALFORMED_ID', `malformed id ${String(id)}`);
    }
    return normal;
}
