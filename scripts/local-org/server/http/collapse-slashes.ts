import type { NextFunction, Request, Response } from 'express';

/** The sf CLI stores instance addresses with a trailing slash and so asks for `//services/...`: read it as one. */
export function collapseSlashes(request: Request, _response: Response, next: NextFunction): void {
    const [path, ...query] = request.url.split('?');
    request.url = [path.replace(/\/{2,}/g, '/'), ...query].join('?');
    next();
}
