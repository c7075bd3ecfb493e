import { startSimulator, type Simulator, type SimulatorOptions } from '../index.ts';

/** A reply as the tests look at it. */
export interface Answered {
    status: number;
    headers: Headers;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the tests read replies of every shape
    body: any;
}

/** Runs a test against a simulator without latency and closes it afterwards. */
export async function withSimulator(
    test: (simulator: Simulator) => Promise<void>,
    options: SimulatorOptions = {}
): Promise<void> {
    const simulator = await startSimulator({ port: 0, latency: 0, ...options });
    try {
        await test(simulator);
    } finally {
        await simulator.close();
    }
}

/** Posts to Chat Completions; headers given replace the defaults. */
export function chat(
    simulator: Simulator,
    body: unknown,
    headers: Record<string, string> = { authorization: 'Bearer test' }
): Promise<Answered> {
    return post(`${simulator.url}/v1/chat/completions`, body, headers);
}

/** Posts to Messages. */
export function messages(
    simulator: Simulator,
    body: unknown,
    headers: Record<string, string> = { 'x-api-key': 'test', 'anthropic-version': '2023-06-01' }
): Promise<Answered> {
    return post(`${simulator.url}/v1/messages`, body, headers);
}

/** Posts JSON, or text as it is. */
export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(url, {
        method: 'POST',
        body: text,
        headers: { 'content-type': 'application/json', ...headers }
    });
    return { status: response.status, headers: response.headers, body: await read(response) };
}

/** A response's JSON, of any shape. */
export function read(response: Response): Promise<Answered['body']> {
    return response.json();
}

/** A closed object schema with every property required. */
export function closed(properties: Record<string, unknown>): object {
    return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

/** A list of {source, quote}. */
export const EVIDENCE = { type: 'array', items: closed({ source: { type: 'string' }, quote: { type: 'string' } }) };

/** A statement with evidence. */
export function statement(description: string): object {
    return { ...closed({ text: { type: 'string' }, evidence: EVIDENCE }), description };
}

/** A thread about a walk-in freezer, fenced as prompts fence it. */
export const PROMPT = `<sources>
<source id="S1" label="Subject" date="2026-03-02">
Walk-in freezer too warm at the Harbour Street kitchen
</source>
<source id="S2" label="E-mail from customer" date="2026-03-02">
Hi team,

The freezer has been at -9 °C since this morning and the alarm will not stop. Please send somebody today, we have [MONEY_1] of fish in it!

Kind regards
[PERSON_1]
[EMAIL_1]
</source>
<source id="S3" label="Comment" date="2026-03-03">
I replaced the door heater and checked the evaporator fan. The door gasket is still leaking and the new one has not been delivered yet.
</source>
<source id="S4" label="E-mail from customer" date="2026-03-04">
This is the third time I have to ask. When will the gasket arrive? I am really disappointed.

On Tue, [PERSON_2] wrote:
> We will come back to you tomorrow.
</source>
</sources>
Summarise the case.`;

/** A Chat Completions body with a strict schema. */
export function chatBody(schema: object, extra: object = {}): object {
    return {
        model: 'gpt-4.1-mini',
        messages: [
            { role: 'system', content: 'You summarise.' },
            { role: 'user', content: PROMPT }
        ],
        response_format: { type: 'json_schema', json_schema: { name: 'Answer_V1', strict: true, schema } },
        ...extra
    };
}

/** A Messages body with a schema. */
export function messagesBody(schema: object, extra: object = {}): object {
    return {
        model: 'claude-haiku-4-5',
        max_tokens: 2000,
        system: 'You summarise.',
        messages: [{ role: 'user', content: PROMPT }],
        output_config: { format: { type: 'json_schema', schema } },
        ...extra
    };
}
