/** Why an Apex REST call has no result of its own, in the words and with the status of Salesforce. */
export class ApexRestError extends Error {
    readonly status: number;
    readonly errorCode: string;

    constructor(status: number, errorCode: string, message: string) {
        super(message);
        this.name = 'ApexRestError';
        this.status = status;
        this.errorCode = errorCode;
    }
}
