import { ApexException } from '../values/exception.ts';

/**
 * The exception whose message a component sees. On the server `getMessage()` says "Script-thrown exception" unless
 * setMessage was called, as on the platform.
 */
export class AuraHandledExceptionValue extends ApexException {
    private readonly constructedWith: string | null;

    constructor(message: string | null, cause: ApexException | null = null) {
        super('AuraHandledException', null, cause);
        this.constructedWith = message;
    }

    override getApexMessage(): string {
        return this.apexMessage ?? 'Script-thrown exception';
    }

    override get clientMessage(): string {
        return this.apexMessage ?? this.constructedWith ?? 'Script-thrown exception';
    }
}
