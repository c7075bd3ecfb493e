import { startProjectCopy, type ProjectCopy } from '../test/browser/project-copy.ts';
import { SalesforceRest } from '../test/browser/salesforce-rest.ts';
import type { Figure } from './figures.ts';

const AGENTS = 50;
const MODEL_SECONDS = 10;
/** Little more than the model takes: what the org needs to prepare and to record so many requests, one at a time. */
const MOST_SECONDS = MODEL_SECONDS * 2;

/** Many agents ask at once while the model takes its time: how long until all are answered, over HTTP and a running local org. */
export async function concurrencyFigures(): Promise<Figure[]> {
    const project = await startProjectCopy({ MODEL_SIMULATOR_LATENCY: String(MODEL_SECONDS * 1000) });
    try {
        const rest = as(project, 'agent');
        const ids = await Promise.all([...Array(AGENTS).keys()].map((index) => createCase(rest, index)));
        const started = performance.now();
        const views = await Promise.all(ids.map((recordId) => ask(rest, recordId)));
        const seconds = (performance.now() - started) / 1000;
        const unanswered = views.filter(({ insight }) => !insight);
        if (unanswered.length > 0) console.log(`Not answered, for one: ${JSON.stringify(unanswered[0])}`);
        return [
            {
                name: `${AGENTS} agents, model takes ${MODEL_SECONDS} s: all answered after`,
                value: seconds,
                unit: 's',
                most: MOST_SECONDS
            },
            { name: `${AGENTS} agents: not answered`, value: unanswered.length, most: 0 }
        ];
    } finally {
        await project.stop();
    }
}

function as(project: ProjectCopy, persona: string): SalesforceRest {
    const token = new RegExp(`\\b00D\\w{15}!${persona}\\b`).exec(project.output())?.[0];
    if (token === undefined) throw new Error(`npm start printed no token for ${persona}.`);
    return new SalesforceRest(project.url, token);
}

function createCase(rest: SalesforceRest, index: number): Promise<string> {
    return rest.create('Case', {
        Subject: `Pump ${index} is loud`,
        Description: `The pump in hall ${index} has been loud since Monday, and nobody has called us back about it yet.`,
        Origin: 'Web'
    });
}

async function ask(rest: SalesforceRest, recordId: string): Promise<Record<string, unknown>> {
    const begun = await rest.apex('AIPanelController.begin', { useCase: 'Case_Summary', recordId, refresh: false });
    if (begun['view']) return begun['view'] as Record<string, unknown>;
    return rest.apex('AIPanelController.ask', { useCase: 'Case_Summary', recordId, traceId: begun['traceId'] });
}
