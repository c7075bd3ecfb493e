interface ErrorBody {
    readonly message?: string;
    readonly pageErrors?: readonly ErrorBody[];
    readonly fieldErrors?: Readonly<Record<string, readonly ErrorBody[]>>;
    readonly output?: ErrorBody & { readonly errors?: readonly ErrorBody[] };
}

/**
 * The messages a person can read in whatever Apex, UI API or JavaScript threw: one or several, without repeats, and an
 * empty list when there is none.
 */
export function errorMessages(error: unknown): string[] {
    const errors = Array.isArray(error) ? error : [error];
    return [...new Set(errors.flatMap(messagesOf))].filter((message) => message !== '');
}

function messagesOf(error: unknown): string[] {
    if (typeof error === 'string') return [error];
    if (typeof error !== 'object' || error === null) return [];
    const { body, message } = error as { readonly body?: unknown; readonly message?: string };
    if (Array.isArray(body)) return body.flatMap(bodyMessages);
    return body ? bodyMessages(body as ErrorBody) : [message ?? ''];
}

function bodyMessages(body: ErrorBody): string[] {
    const details = [...detailsOf(body), ...detailsOf(body.output)];
    return details.length > 0 ? details : [body.message ?? ''];
}

function detailsOf(body: (ErrorBody & { readonly errors?: readonly ErrorBody[] }) | undefined): string[] {
    const errors = [
        ...(body?.errors ?? []),
        ...(body?.pageErrors ?? []),
        ...Object.values(body?.fieldErrors ?? {}).flat()
    ];
    return errors.map(({ message }) => message ?? '');
}

/** Whether the platform refused because the user may not run the Apex class, which it says in English only. */
export function isNoAccess(error: unknown): boolean {
    return errorMessages(error).some((message) => /(not have|no) access to the Apex class/i.test(message));
}
