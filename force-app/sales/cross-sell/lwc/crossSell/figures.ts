import { decisionOf } from 'c/aiPanelState';
import type { Presentation } from 'c/aiPanelState';
import { formatText } from 'c/aiPanelUtils';
import { labels } from './labels';

type View = ApexTypes.CrossSellView;
type Statement = ApexTypes.AIStatementView;

/** A product to offer, with what AI says of it. */
export interface ProductCard {
    readonly key: string;
    readonly candidate: ApexTypes.CrossSellCandidate;
    readonly statement: Statement | undefined;
}

/** A product that somebody dismissed for the account. */
export interface AwayRow {
    readonly key: string;
    readonly name: string;
    readonly said: string;
    readonly action: string;
}

/** What to say instead of products. */
export interface Hint {
    readonly what: string;
    readonly advice: string;
}

/** Every supported statement of an answer. */
export function supportedStatements({ insight }: Presentation): Statement[] {
    return (insight?.groups ?? []).flatMap(({ statements }) => statements ?? []).filter(({ supported }) => supported);
}

/** Evidence of a candidate is labelled with its product, so that a statement belongs to a product only when it quotes it. */
export function isAbout(statement: Statement, label: string | null | undefined): boolean {
    return (statement.evidence ?? []).some((evidence) => evidence.label === label);
}

/** The products in the order of their figures, each with what AI says of it; what was decided on is not said again. */
export function cardsOf(view: View, show: Presentation): ProductCard[] {
    const statements = supportedStatements(show).filter(({ key }) => !decisionOf(show.insight, key));
    return (view.candidates ?? []).map((candidate) => ({
        key: String(candidate.productId),
        candidate,
        statement: statements.find((statement) => isAbout(statement, candidate.label))
    }));
}

/** Whether AI said something of a product that is not in the list, or of none. */
export function hasOthers(cards: readonly ProductCard[], show: Presentation): boolean {
    const open = supportedStatements(show).filter(({ key }) => !decisionOf(show.insight, key));
    return open.some((one) => !cards.some(({ candidate }) => isAbout(one, candidate.label)));
}

/** The products that were dismissed, latest first. */
export function awayOf(view: View): AwayRow[] {
    return (view.away ?? []).map(({ productId, name, person, reason }) => ({
        key: String(productId),
        name: name ?? '',
        said: formatText(labels.dismissedBy, person ?? '', reason ?? ''),
        action: formatText(labels.bringBackProduct, name ?? '')
    }));
}

/** With which accounts this one was compared, in a sentence. */
export function comparedWith({ likeAccounts, likeness }: View): string {
    return likeAccounts === 1
        ? formatText(labels.comparedOne, likeness)
        : formatText(labels.compared, likeAccounts, likeness);
}

/** Why there is no product; undefined when there is one. */
export function hintOf(view: View): Hint | undefined {
    if (!view.likeness) return { what: labels.cannotCompare, advice: labels.cannotCompareAdvice };
    return view.candidates?.length ? undefined : { what: labels.none, advice: labels.noneAdvice };
}
