import type { EventStream } from './local/event-stream.ts';
import type { ServerOrg } from './local-org.ts';

/** A ready-made user that a visitor can be. */
export interface Persona {
    /** As in an access token: `agent`. */
    name: string;
    label: string;
    description?: string;
    userId: string;
    /** Whether this persona administers the org. */
    admin: boolean;
}

/** What the server's routes work with. */
export interface LocalServices {
    org: ServerOrg;
    /** 18 characters. */
    orgId: string;
    personas: Persona[];
    /** Persona of a visitor who is nobody yet. */
    defaultPersona: string;
    /** Which model answers, in words for people. */
    modelLabel: string;
    events: EventStream;
    /** Folders of what the browser build made. */
    bundles: { vendor: string; app: string };
    /** Project folder, where the base styles are installed. */
    projectDir: string;
}
