/** Features asked for and not implemented, with how often; printed after a test run. */
export const notImplementedRequests = new Map<string, number>();

/** Something that Salesforce has and the local org has not. Apex cannot catch it. */
export class NotImplementedError extends Error {
    readonly feature: string;
    readonly location: string | null;

    /** `feature` as 'String.foo(Integer)'; `location` as 'force-app/core/X.cls:42'. */
    constructor(feature: string, location: string | null = null) {
        super(`Not implemented in the local org: ${feature}${location ? ` (${location})` : ''}`);
        this.name = 'NotImplementedError';
        this.feature = feature;
        this.location = location;
        notImplementedRequests.set(feature, (notImplementedRequests.get(feature) ?? 0) + 1);
    }

    /** The same error, saying where the Apex that reached it stands. */
    at(location: string): NotImplementedError {
        if (this.location) return this;
        this.message = `Not implemented in the local org: ${this.feature} (${location})`;
        return this;
    }
}
