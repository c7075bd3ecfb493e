import { Router } from 'express';
import { malformed } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { writeRecord } from '../records/write-record.ts';

/** `/search?q=<SOSL>` */
export function searchRouter(): Router {
    const router = Router();
    router.get('/search', (request, response) => {
        const sosl = request.query.q;
        if (typeof sosl !== 'string' || sosl.trim() === '') {
            throw malformed('The parameter q must hold a SOSL search.');
        }
        const found = userOrgOf(response).search(sosl).flat();
        response.json({ searchRecords: found.map((record) => writeRecord(record, request.baseUrl)) });
    });
    return router;
}
