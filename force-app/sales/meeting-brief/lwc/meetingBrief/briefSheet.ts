import { supportedGroups } from 'c/aiPanelState';
import type { Presentation } from 'c/aiPanelState';
import type { Sheet, SheetLine } from 'c/aiPrint';
import { exactTime, formatText } from 'c/aiPanelUtils';
import { HEADINGS } from './headings';
import { labels } from './labels';

/** What is printed of a brief: the statements with their sources, or the facts when no model was asked. */
export function briefSheet({ view, insight, facts }: Presentation): Sheet {
    const title = formatText(labels.printTitle, view.recordName);
    if (!insight) {
        const note = formatText(labels.printFacts, exactTime(new Date().toISOString()));
        return { title, note, sections: [], text: facts ?? '' };
    }
    const note = formatText(labels.printMade, insight.createdDate ? exactTime(insight.createdDate) : '');
    const sections = supportedGroups(insight, HEADINGS).map(({ heading, statements }) => ({
        heading,
        lines: statements.map(lineOf)
    }));
    return { title, note, sections };
}

function lineOf({ text, evidence }: ApexTypes.AIStatementView): SheetLine {
    const sources = (evidence ?? []).map(({ label }) => label ?? '');
    return { text: text ?? '', sources: [...new Set(sources)] };
}
