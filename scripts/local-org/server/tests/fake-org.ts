import type { ApexProgram } from '../../apex/runtime/program.ts';
import type { Access, DataEngine, Permissions } from '../../data/types.ts';
import type { SchemaRegistry } from '../../data/schema/types.ts';
import type { MetadataStore } from '../../metadata/types.ts';
import type { OrgUser } from '../../platform/context.ts';
import { HttpRequestValue } from '../../platform/http/request.ts';
import type { HttpResponseValue } from '../../platform/http/response.ts';
import { ApexException, SObjectValue } from '../../platform/values/index.ts';
import { createApp } from '../app.ts';
import { listen, type RunningServer } from '../listen.ts';
import { EventStream } from '../local/event-stream.ts';
import type { AuraResult } from '../../aura/calls.ts';
import type { AnonymousResult } from '../../org/anonymous.ts';
import type { ServerOrg } from '../local-org.ts';
import type { LocalServices } from '../services.ts';

export const ORG_ID = '00D000000000001EAA';

const USERS = [
    { id: '005000000000001AAA', name: 'agent', username: 'agent@tandem.example', profileName: 'Standard User' },
    { id: '005000000000002AAA', name: 'admin', username: 'admin@tandem.example', profileName: 'System Administrator' }
] as OrgUser[];

/** What a test decides about the org behind the server. */
export interface FakeBehaviour {
    query?(soql: string, access: Access): SObjectValue[];
    callAura?(method: string, params: Record<string, unknown>): AuraResult;
    sendAsync?(): Promise<HttpResponseValue>;
    completeContinuation?(responses: HttpResponseValue[]): unknown;
    executeAnonymous?(source: string): AnonymousResult;
    /** Whether the users may write Apex. */
    author?: boolean;
}

/** Enough of an org to test what the server itself does: sessions, shapes, waiting. */
export function fakeServices(behaviour: FakeBehaviour = {}): LocalServices {
    return {
        org: fakeOrg(behaviour),
        orgId: ORG_ID,
        personas: USERS.map(({ id, name }) => ({ name, label: name, userId: id, admin: name === 'admin' })),
        defaultPersona: 'agent',
        modelLabel: 'Model simulator',
        events: new EventStream(),
        bundles: { vendor: import.meta.dirname, app: import.meta.dirname },
        projectDir: import.meta.dirname
    };
}

/** Runs a test against a server that listens, and stops it afterwards. */
export async function withServer(
    behaviour: FakeBehaviour,
    test: (server: RunningServer, services: LocalServices) => Promise<void>
): Promise<void> {
    const services = fakeServices(behaviour);
    const server = await listen(createApp(services), 0);
    try {
        await test(server, services);
    } finally {
        services.events.close();
        await server.close();
    }
}

/** Headers of a persona's request. */
export function as(persona: string): { Authorization: string } {
    return { Authorization: `Bearer ${ORG_ID}!${persona}` };
}

/** The JSON of an answer, of whatever shape the test expects. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function bodyOf(answer: Response): Promise<any> {
    return answer.json();
}

/** Rows of Case with a number as subject. */
export function caseRows(count: number): SObjectValue[] {
    return Array.from({ length: count }, (_, index) => {
        const row = new SObjectValue('Case');
        row.fields.set('Subject', String(index));
        row.queriedFields = new Set(['Subject']);
        return row;
    });
}

/** An answer that waits for a request. */
export function waiting(): AuraResult {
    const requests = [new HttpRequestValue()];
    return { continuation: { requests, labels: ['one'], className: 'Any', callback: 'done', state: null } };
}

function fakeOrg(behaviour: FakeBehaviour): ServerOrg {
    return {
        schema: {
            object: () => undefined,
            objects: () => [],
            objectByKeyPrefix: () => undefined
        } satisfies SchemaRegistry,
        metadata: { applications: [] } as unknown as MetadataStore,
        data: fakeData(behaviour),
        program: null as unknown as ApexProgram,
        http: { sendAsync: behaviour.sendAsync ?? unexpected },
        user: (id) => USERS.find((user) => user.id === id) ?? unexpected(),
        run: (_user, fn) => fn(),
        runAsync: async (_user, fn) => fn(),
        callAuraAsync: async (_user, method, params) => (behaviour.callAura ?? unexpected)(method, params),
        completeContinuation: (_user, _call, responses) => (behaviour.completeContinuation ?? unexpected)(responses),
        callRest: unexpected,
        executeAnonymousAsync: async (_user, source) => (behaviour.executeAnonymous ?? unexpected)(source),
        drainAsync: () => undefined,
        runJobs: () => Promise.resolve(),
        reload: () => ({ errors: [] })
    };
}

function fakeData(behaviour: FakeBehaviour): DataEngine {
    return {
        permissions: { user: () => behaviour.author === true } as unknown as Permissions,
        describeQuery: () => ({ object: 'Case', countOnly: false, aggregate: false }),
        query: (soql: string, _binds: unknown, access: Access) => (behaviour.query ?? unexpected)(soql, access)
    } as unknown as DataEngine;
}

function unexpected(): never {
    throw new ApexException('UnexpectedException', 'The test did not expect this call.');
}
