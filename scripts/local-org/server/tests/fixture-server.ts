import { FixtureProject } from '../../org/tests/fixture.ts';
import { LocalOrg } from '../../org.ts';
import { createApp } from '../app.ts';
import { formatAccessToken } from '../http/access-token.ts';
import { listen } from '../listen.ts';
import { localServices } from '../start/services.ts';
import { bodyOf } from './fake-org.ts';

/** A server on a small project of a test's own. */
export interface FixtureServer {
    url: string;
    org: LocalOrg;
    project: FixtureProject;
    token(persona: string): string;
    /** Sends JSON, or a text as it is, as a persona. */
    send(method: string, path: string, body?: unknown, persona?: string, type?: string): Promise<FixtureAnswer>;
    close(): Promise<void>;
}

/** An answer with its body as JSON, as text when it is none. */
export interface FixtureAnswer {
    status: number;
    headers: Headers;
    text: string;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    body: any;
}

/** Opens a project of these sources (see FixtureProject) and a server on it. */
export async function openFixtureServer(sources: Record<string, string>): Promise<FixtureServer> {
    const project = new FixtureProject(sources);
    const org = project.open();
    const services = localServices(org, 'None', 'admin');
    const server = await listen(createApp(services), 0);
    const token = (persona: string): string => formatAccessToken({ orgId: services.orgId, persona });
    const close = async (): Promise<void> => {
        services.events.close();
        await server.close();
        org.close();
        project.remove();
    };
    const send: FixtureServer['send'] = async (method, path, body, persona = 'admin', type = 'application/json') => {
        const headers = { Authorization: `Bearer ${token(persona)}`, 'Content-Type': type };
        const written = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
        return read(await fetch(server.url + path, { method, headers, body: written }));
    };
    return { url: server.url, org, project, token, send, close };
}

async function read(answer: Response): Promise<FixtureAnswer> {
    const { status, headers } = answer;
    const text = await answer.clone().text();
    const body: unknown = await bodyOf(answer).catch(() => text);
    return { status, headers, text, body };
}
