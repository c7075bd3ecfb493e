import { Router } from 'express';

/** API requests a day of a Developer Edition. The local org counts, and refuses nobody. */
const DAILY_API_REQUESTS = 15_000;

/** `/limits`: the one limit that clients look at, counted since the start. */
export function limitsRouter(): Router {
    const router = Router();
    let requests = 0;
    router.use((_request, _response, next) => {
        requests++;
        next();
    });
    router.get('/limits', (_request, response) => {
        const Remaining = Math.max(0, DAILY_API_REQUESTS - requests);
        response.json({ DailyApiRequests: { Max: DAILY_API_REQUESTS, Remaining } });
    });
    return router;
}
