import { createElement } from 'lwc';
import type { LightningElement } from 'lwc';

type ComponentClass = new () => LightningElement;

/** Renders a component with the properties given. */
export function render(name: string, component: ComponentClass, properties: object = {}): HTMLElement {
    const element = createElement(name, { is: component as never }) as unknown as HTMLElement;
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

/** Waits until promises and rendering have come to rest. */
export async function settle(): Promise<void> {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    await new Promise((resolve) => setTimeout(resolve, 0));
}

/** A property of an element that its class does not declare: what a component hands to its child. */
export type WithProperties = HTMLElement & Record<string, unknown>;

/** The first element that matches, looked for inside the component and inside the components it renders. */
export function find(root: HTMLElement, selector: string): WithProperties {
    const element = findOptional(root, selector);
    if (!element) throw new Error(`Nothing matches ${selector} in ${root.tagName.toLowerCase()}`);
    return element;
}

/** As `find`, or undefined when nothing matches. */
export function findOptional(root: HTMLElement, selector: string): WithProperties | undefined {
    return findAll(root, selector)[0];
}

/** All elements that match, looked for inside the component and inside the components it renders. */
export function findAll(root: HTMLElement, selector: string): WithProperties[] {
    const inside = [...(root.shadowRoot?.querySelectorAll<WithProperties>('*') ?? [])];
    return inside.flatMap((element) => [
        ...(element.matches(selector) ? [element] : []),
        ...findAll(element, selector)
    ]);
}

/** All text inside the component and the components it renders, with single spaces. */
export function textOf(root: HTMLElement): string {
    const own = [...(root.shadowRoot?.querySelectorAll('*') ?? [])] as HTMLElement[];
    const texts = own.map((element) => (element.shadowRoot ? textOf(element) : directText(element)));
    return texts.join(' ').replace(/\s+/g, ' ').trim();
}

function directText(element: HTMLElement): string {
    return [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')).join(' ');
}

/** Collects the details of an event that the element sends. */
export function listen(element: HTMLElement, name: string): unknown[] {
    const details: unknown[] = [];
    element.addEventListener(name, (event) => details.push((event as CustomEvent).detail));
    return details;
}

/** What a person does to a base component that is a field. */
export function type(field: HTMLElement, value: string): void {
    field.dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

export const EVIDENCE: ApexTypes.AIEvidenceView = {
    sourceKey: 'S3',
    label: 'Comment, 12 Nov 2026',
    quote: 'the pump stops after ten minutes'
};

/** A statement with one piece of evidence. */
export function statement(
    key: string,
    text: string,
    more: Partial<ApexTypes.AIStatementView> = {}
): ApexTypes.AIStatementView {
    return { key, text, supported: true, evidence: [EVIDENCE], ...more };
}

/** An insight with nine supported statements of ten, or what is asked for. */
export function insight(more: Partial<ApexTypes.AIInsightView> = {}): ApexTypes.AIInsightView {
    return {
        id: 'a01000000000001AAA',
        status: 'Proposed',
        createdDate: new Date(Date.now() - 3 * 60_000).toISOString(),
        modelLabel: 'Model One',
        promptVersion: '3',
        traceId: 'trace-1',
        supportedCount: 9,
        statementCount: 10,
        confidence: 'High',
        draftText: 'The pump stops after ten minutes.',
        groups: [
            { key: 'headline', statements: [statement('headline.0', 'The pump stops.')] },
            { key: 'tried', statements: [statement('tried.0', 'A reset.'), statement('tried.1', 'A new fuse.')] },
            {
                key: 'open',
                statements: [statement('open.0', 'The invoice is unpaid.', { supported: false, evidence: [] })]
            },
            { key: 'sentiment', statements: [statement('sentiment.0', 'The customer waits.', { value: 'Negative' })] }
        ],
        ...more
    };
}

/** What Apex answers for a panel in the state given. */
export function view(state: string, more: Partial<ApexTypes.AIPanelView> = {}): ApexTypes.AIPanelView {
    const answered = ['done', 'stale', 'applied', 'rejected'].includes(state);
    return {
        state,
        canDecide: state === 'done',
        canAct: answered,
        phase: 'Assisted',
        recordName: '00001042',
        insight: answered ? insight() : null,
        changes: [],
        ...more
    };
}
