import { appDirectory, vendorDirectory } from '../../lightning/build.ts';
import type { LocalOrg } from '../../org.ts';
import { EventStream } from '../local/event-stream.ts';
import type { LocalServices } from '../services.ts';
import { readPersonas } from './personas.ts';

/** A name that no persona has. */
export class UnknownPersona extends Error {}

/**
 * What the server's routes work with, for an org that is open.
 * @throws UnknownPersona
 */
export function localServices(org: LocalOrg, modelLabel: string, defaultPersona: string): LocalServices {
    const personas = readPersonas(org);
    if (!personas.some(({ name }) => name === defaultPersona)) {
        const names = personas.map(({ name }) => name).join(', ');
        throw new UnknownPersona(`There is no persona ${defaultPersona}. There are: ${names}.`);
    }
    return {
        org,
        orgId: org.services.id,
        personas,
        defaultPersona,
        modelLabel,
        events: new EventStream(),
        bundles: { vendor: vendorDirectory(org.projectDir), app: appDirectory(org.projectDir) },
        projectDir: org.projectDir
    };
}
