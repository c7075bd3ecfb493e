import { startSimulator, type Simulator } from '../../model-simulator/index.ts';
import type { ContinuationCall } from '../../local-org/aura/calls.ts';
import { LocalOrg } from '../../local-org/org.ts';
import { useModel } from '../../local-org/server/start/prepare-org.ts';
import { answerTo } from '../../local-org/server/local/continuation.ts';
import { QUESTIONS } from './questions.ts';

const PROJECT = new URL('../../..', import.meta.url).pathname;
/** Asks on behalf of this persona unless told otherwise: it holds every permission of the product. */
const ASKS = 'admin';

/** A local org in memory whose model calls reach a simulator of its own: the whole road, end to end. */
export class RoadSession {
    readonly org: LocalOrg;
    readonly simulator: Simulator;

    private constructor(org: LocalOrg, simulator: Simulator) {
        this.org = org;
        this.simulator = simulator;
    }

    static async start(latency = 0): Promise<RoadSession> {
        // Apex that does not compile fails here, before there is a server whose end nobody would see to.
        const org = LocalOrg.open({ projectDir: PROJECT, dataFile: ':memory:', quiet: true });
        const simulator = await startSimulator({ latency });
        useModel(org, {
            label: 'Model simulator',
            simulatorUrl: simulator.url,
            stop: () => Promise.resolve()
        });
        return new RoadSession(org, simulator);
    }

    async stop(): Promise<void> {
        this.org.close();
        await this.simulator.close();
    }

    /** Runs anonymous Apex and gives what it logged. Throws with what went wrong. */
    apex(source: string, user = ASKS): string[] {
        const lines: string[] = [];
        const result = this.org.executeAnonymous(user, source, (line) => lines.push(line));
        if (!result.success) throw new Error(result.compileProblem ?? result.exceptionMessage ?? 'failed');
        return lines;
    }

    /**
     * Asks about a record as the panel of a use case does: begins, asks, and gives the answer back. The panel's view. `question` is what
     * the person adds; unless given, what `questions.ts` says for the use case.
     */
    async ask(
        useCase: string,
        recordId: string,
        user = ASKS,
        question: string | undefined = QUESTIONS[useCase]
    ): Promise<PanelView> {
        const begun = this.value('AIPanelController.begin', { useCase, recordId, refresh: true, question }, user);
        if (begun['view']) return begun['view'] as PanelView;
        const parameters = { useCase, recordId, traceId: begun['traceId'] };
        const result = this.org.callAura(user, 'AIPanelController.ask', parameters);
        return 'continuation' in result ? this.complete(result.continuation, user) : (result.value as PanelView);
    }

    private value(method: string, parameters: Record<string, unknown>, user: string): Record<string, unknown> {
        const result = this.org.callAura(user, method, parameters);
        if ('continuation' in result) throw new Error(`${method} asked a model.`);
        return result.value as Record<string, unknown>;
    }

    private async complete(waiting: ContinuationCall, user: string): Promise<PanelView> {
        const { id } = this.org.user(user);
        const responses = await Promise.all(waiting.requests.map((request) => answerTo(this.org, request, id)));
        return this.org.completeContinuation(user, waiting, responses) as PanelView;
    }

    /** The words of the latest request that reached the simulator: system and user text, escapes of the fence undone. */
    latestRequest(): string {
        const body = this.simulator.requests().at(-1)?.body as { messages?: { content: unknown }[]; system?: unknown };
        const texts = [body.system, ...(body.messages ?? []).map(({ content }) => content)];
        return unescaped(texts.map((text) => (typeof text === 'string' ? text : JSON.stringify(text))).join('\n'));
    }
}

/** What a panel shows, as far as tests look at it. */
export interface PanelView {
    state: string;
    insightId?: string;
    suspicious?: boolean;
    [name: string]: unknown;
}

function unescaped(text: string): string {
    return text.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

/** A text as a literal of Apex. */
export function literal(text: string): string {
    const escaped = text
        .replaceAll('\\', '\\\\')
        .replaceAll("'", "\\'")
        .replaceAll('\r', '\\r')
        .replaceAll('\n', '\\n')
        .replace(/[^\x20-\x7e\u00a0-\uffff]/g, (sign) =>
            [...Array(sign.length).keys()].map((at) => unicode(sign, at)).join('')
        );
    return `'${escaped}'`;
}

function unicode(sign: string, at: number): string {
    return `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase()}`;
}
