/** An error with the HTTP status and the error code that Salesforce gives it. */
export class RestError extends Error {
    readonly status: number;
    readonly errorCode: string;
    readonly fields: string[];

    constructor(status: number, errorCode: string, message: string, fields: string[] = []) {
        super(message);
        this.name = 'RestError';
        this.status = status;
        this.errorCode = errorCode;
        this.fields = fields;
    }

    /** The body Salesforce sends for it. */
    toBody(): { message: string; errorCode: string; fields?: string[] }[] {
        const { message, errorCode, fields } = this;
        return [fields.length > 0 ? { message, errorCode, fields } : { message, errorCode }];
    }
}

/** The session is missing, wrong or of another org. */
export function invalidSession(): RestError {
    return new RestError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}

/** The record or type asked for does not exist, or the user may not see it. */
export function notFound(message = 'The requested resource does not exist'): RestError {
    return new RestError(404, 'NOT_FOUND', message);
}

/** The request's body or parameters cannot be understood. */
export function malformed(message: string): RestError {
    return new RestError(400, 'JSON_PARSER_ERROR', message);
}
