import type { Presentation } from 'c/aiPanelState';
import { formatText } from 'c/aiPanelUtils';
import { labels } from './labels';
import { supportedStatements } from './figures';

/** A product that was added here, and how to take it away again. */
export interface Addition {
    readonly key: string;
    readonly name: string;
    readonly text: string;
    /** Of a product that AI said something of. */
    readonly statementKey?: string;
    /** Of one that it did not. */
    readonly lineId?: string;
}

/** A product that was added without AI. */
export function additionOf(lineId: string, name: string, opportunity: string): Addition {
    return { key: lineId, lineId, name, text: formatText(labels.addedMessage, name, opportunity) };
}

/** The products that were added from an answer: named as their evidence is labelled. */
export function additionsFrom(show: Presentation): Addition[] {
    const statements = supportedStatements(show);
    return (show.insight?.decisions ?? []).flatMap(({ statementKey, status }) => {
        const statement = statements.find(({ key }) => key === statementKey);
        if (status !== 'Accepted' || !statementKey || !statement) return [];
        const name = statement.evidence?.[0]?.label ?? '';
        return [{ key: statementKey, statementKey, name, text: `${labels.added}: ${name}` }];
    });
}
