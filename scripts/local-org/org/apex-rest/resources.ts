import type { EmittedClass } from '../../apex/runtime/classes.ts';
import type { ApexProgram } from '../../apex/runtime/program.ts';
import { hasAnnotation } from '../../apex/types/naming.ts';
import type { MethodSymbol, ProjectTypeSymbol } from '../../apex/types/symbols.ts';
import { ApexRestError } from './errors.ts';

/** Verbs that Apex can answer, with their annotations. */
const VERBS: Readonly<Record<string, string>> = {
    GET: 'httpget',
    POST: 'httppost',
    PUT: 'httpput',
    PATCH: 'httppatch',
    DELETE: 'httpdelete'
};

/** A class with `@RestResource`. */
export interface RestResource {
    className: string;
    /** As in the annotation, e.g. `/orders/*`. */
    urlMapping: string;
    symbol: ProjectTypeSymbol;
}

/**
 * The class that answers for a path after `/services/apexrest`: one that names it exactly, else the one whose mapping with
 * a star fits the most of it. Mappings are case-sensitive (Apex Developer Guide, RestResource Annotation).
 * @throws ApexRestError NOT_FOUND
 */
export function resourceFor(program: ApexProgram, path: string): RestResource {
    const fitting = resourcesOf(program).filter(({ urlMapping }) => fits(urlMapping, path));
    const best = fitting.sort((first, second) => weight(second.urlMapping) - weight(first.urlMapping))[0];
    if (!best) throw new ApexRestError(404, 'NOT_FOUND', 'Could not find a match for URL');
    return best;
}

function resourcesOf(program: ApexProgram): RestResource[] {
    return program.compiled.classes.flatMap(({ symbol }) => {
        const { annotations } = symbol.declaration.modifiers;
        const urlMapping = annotations.find(({ name }) => name === 'restresource')?.values.get('urlmapping');
        return typeof urlMapping === 'string' ? [{ className: symbol.name, urlMapping, symbol }] : [];
    });
}

/** A star stands for anything, also nothing. */
function fits(urlMapping: string, path: string): boolean {
    if (!urlMapping.endsWith('/*')) return path === urlMapping || path === `${urlMapping}/`;
    const stem = urlMapping.slice(0, -1);
    return path.startsWith(stem) || `${path}/` === stem;
}

function weight(urlMapping: string): number {
    return urlMapping.endsWith('*') ? urlMapping.length : Number.MAX_SAFE_INTEGER;
}

/**
 * The method of a resource for a verb.
 * @throws ApexRestError METHOD_NOT_ALLOWED
 */
export function methodFor(resource: RestResource, verb: string): MethodSymbol {
    const methods = [...resource.symbol.methodTable.values()].flat();
    const found = VERBS[verb] && methods.find((method) => answers(method, VERBS[verb]));
    if (found) return found;
    const allowed = Object.keys(VERBS).filter((name) => methods.some((method) => answers(method, VERBS[name])));
    const message = `HTTP Method '${verb}' not allowed. Allowed are ${allowed.join(',')}`;
    throw new ApexRestError(405, 'METHOD_NOT_ALLOWED', message);
}

function answers({ declaration, isStatic }: MethodSymbol, annotation: string): boolean {
    return isStatic && declaration !== null && hasAnnotation(declaration.modifiers, annotation);
}

/** The JS class of a resource. */
export function emittedOf(program: ApexProgram, { className }: RestResource): EmittedClass {
    return program.type(className)!.emitted;
}
