import { platformEnumValue } from '../define.ts';
import { context } from '../context.ts';
import type { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type { ApexEnumValue } from '../values/object.ts';

/** What `execute`, `start` and `finish` get: one object for queueables, batches and schedules. */
export class JobContextValue extends PlatformObject {
    readonly apexTypeName: string;
    private readonly jobId: string;

    constructor(apexTypeName: string, jobId: string) {
        super();
        this.apexTypeName = apexTypeName;
        this.jobId = jobId;
    }

    getjobid$0(): string {
        return this.jobId;
    }

    getchildjobid$0(): string {
        return this.jobId;
    }

    gettriggerid$0(): string {
        return this.jobId;
    }
}

/** What a finalizer gets: how its job ended. */
export class FinalizerContextValue extends PlatformObject {
    readonly apexTypeName = 'FinalizerContext';
    private readonly jobId: string;
    private readonly failure: ApexException | null;

    constructor(jobId: string, failure: ApexException | null) {
        super();
        this.jobId = jobId;
        this.failure = failure;
    }

    getasyncapexjobid$0(): string {
        return this.jobId;
    }

    getexception$0(): ApexException | null {
        return this.failure;
    }

    getrequestid$0(): string {
        return context().request.requestId;
    }

    getresult$0(): ApexEnumValue {
        return platformEnumValue('ParentJobResult', this.failure ? 'UNHANDLED_EXCEPTION' : 'SUCCESS');
    }
}
