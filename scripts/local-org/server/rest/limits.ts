import type { RequestHandler } from 'express';
import { Resources } from './resources.ts';

/** Requests since the start, by which `/limits` counts. */
export class RequestCount {
    made = 0;

    /** Counts every request that passes. */
    readonly middleware: RequestHandler = (_request, _response, next) => {
        this.made++;
        next();
    };
}

/** What a Developer Edition allows. The local org counts API requests, and refuses nobody. */
const ALLOWED: Readonly<Record<string, number>> = {
    DailyApiRequests: 15_000,
    DailyAsyncApexExecutions: 250_000,
    DailyBulkV2QueryJobs: 10_000,
    DailyStandardVolumePlatformEvents: 10_000,
    ConcurrentAsyncGetReportInstances: 200,
    DataStorageMB: 5,
    FileStorageMB: 20,
    HourlyPublishedStandardVolumePlatformEvents: 1000,
    SingleEmail: 15
};

/** `/limits`: what is allowed, and what is left of what is counted. */
export function limitsResources(count: RequestCount): Resources {
    const resources = new Resources();
    resources.get('/limits', (_request, response) => {
        const used = (name: string): number => (name === 'DailyApiRequests' ? count.made : 0);
        const limits = Object.entries(ALLOWED).map(([name, Max]) => [
            name,
            { Max, Remaining: Math.max(0, Max - used(name)) }
        ]);
        response.json(Object.fromEntries(limits));
    });
    return resources;
}
