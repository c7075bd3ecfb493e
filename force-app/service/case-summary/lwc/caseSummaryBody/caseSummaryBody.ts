import { LightningElement, api } from 'lwc';
import { supportedGroups, unsupportedStatements } from 'c/aiPanelState';
import type { StatementGroup } from 'c/aiPanelState';
import { HEADINGS } from './headings';
import { sentimentOf } from './sentiment';
import type { Sentiment } from './sentiment';

interface Group extends StatementGroup {
    readonly sentiment: Sentiment | undefined;
}

/** What a case summary says: supported statements in their groups, the others apart below. */
export default class CaseSummaryBody extends LightningElement {
    @api insight: ApexTypes.AIInsightView | undefined;

    get groups(): Group[] {
        return supportedGroups(this.insight, HEADINGS).map((group) => ({
            ...group,
            sentiment: sentimentOf(group.statements[0])
        }));
    }

    get unsupported(): ApexTypes.AIStatementView[] {
        return unsupportedStatements(this.insight);
    }
}
