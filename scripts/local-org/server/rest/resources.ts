import { Router, type Request, type Response } from 'express';
import { RestError } from '../http/rest-error.ts';

/** Answers a request at once, or throws. */
export type ResourceHandler = (request: Request, response: Response) => void;

type Verb = 'get' | 'post' | 'patch' | 'put' | 'delete';

interface Resource {
    verb: Verb;
    /** `/sobjects/:object` in its parts. */
    parts: string[];
    handler: ResourceHandler;
}

/**
 * REST resources that are asked for over HTTP or inside of a composite request. The latter must be answered within one
 * transaction, without a turn of the event loop, which an Express router takes before it reports an error.
 */
export class Resources {
    private readonly table: Resource[] = [];

    get(path: string | string[], handler: ResourceHandler): void {
        this.add('get', path, handler);
    }

    post(path: string, handler: ResourceHandler): void {
        this.add('post', path, handler);
    }

    patch(path: string, handler: ResourceHandler): void {
        this.add('patch', path, handler);
    }

    put(path: string, handler: ResourceHandler): void {
        this.add('put', path, handler);
    }

    delete(path: string, handler: ResourceHandler): void {
        this.add('delete', path, handler);
    }

    /** Takes over the resources of others, after those that are there. */
    include(...others: Resources[]): this {
        this.table.push(...others.flatMap(({ table }) => table));
        return this;
    }

    private add(verb: Verb, paths: string | string[], handler: ResourceHandler): void {
        for (const path of [paths].flat()) this.table.push({ verb, parts: path.split('/'), handler });
    }

    /** The same for Express. */
    router(): Router {
        const router = Router();
        for (const { verb, parts, handler } of this.table) router[verb](parts.join('/'), handler);
        return router;
    }

    /** Refuses, for Express, the other verbs of the paths that there are. */
    refusals(): Router {
        const router = Router();
        for (const path of new Set(this.table.map(({ parts }) => parts.join('/')))) {
            const verbs = this.table
                .filter(({ parts }) => parts.join('/') === path)
                .map(({ verb }) => verb.toUpperCase());
            router.all(path, ({ method }) => {
                const message = `HTTP Method '${method}' not allowed. Allowed are ${verbs.join(',')}`;
                throw new RestError(405, 'METHOD_NOT_ALLOWED', message);
            });
        }
        return router;
    }

    /** Lets the first fitting resource answer. Returns false when there is none. Throws what it throws. */
    answer(verb: string, path: string, request: Request, response: Response): boolean {
        const given = path.replace(/\/$/, '').split('/').map(decodeURIComponent);
        const found = this.table.find(
            (resource) => resource.verb === verb.toLowerCase() && fits(resource.parts, given)
        );
        if (!found) return false;
        const names = found.parts.map((part, index) => [part.slice(1), given[index]] as const);
        request.params = Object.fromEntries(names.filter((_name, index) => found.parts[index].startsWith(':')));
        found.handler(request, response);
        return true;
    }
}

function fits(parts: string[], given: string[]): boolean {
    return parts.length === given.length && parts.every((part, index) => part.startsWith(':') || part === given[index]);
}
