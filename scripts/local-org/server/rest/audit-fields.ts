import type { Request, Response } from 'express';
import type { DmlOptions } from '../../data/types.ts';
import { RestError } from '../http/rest-error.ts';
import { personaOf } from '../http/session.ts';

/** Request header by which a loader asks to set CreatedDate and LastModifiedDate itself. */
export const AUDIT_FIELDS_HEADER = 'x-tandem-audit-fields';

/**
 * How to save for this request: with "Set Audit Fields upon Record Creation" when an administrator asks for it.
 * @throws RestError INSUFFICIENT_ACCESS when somebody else asks
 */
export function auditFieldOptions(request: Request, response: Response): Partial<DmlOptions> {
    if (request.get(AUDIT_FIELDS_HEADER) !== 'true') {
        return {};
    }
    if (!personaOf(response).admin) {
        throw new RestError(
            403,
            'INSUFFICIENT_ACCESS',
            'Only an administrator can set audit fields upon record creation.'
        );
    }
    return { auditFields: true };
}
