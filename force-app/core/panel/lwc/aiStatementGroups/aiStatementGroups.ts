import { LightningElement, api } from 'lwc';
import { supportedGroups, unsupportedStatements } from 'c/aiPanelState';
import type { StatementGroup } from 'c/aiPanelState';

/** What an answer says: supported statements under their headings, the others apart below. */
export default class AiStatementGroups extends LightningElement {
    @api insight: ApexTypes.AIInsightView | undefined;
    /** Headings by property of the response schema, in the order of reading. */
    @api headings: Readonly<Record<string, string>> = {};

    get insightId(): string | null | undefined {
        return this.insight?.id;
    }

    get groups(): StatementGroup[] {
        return supportedGroups(this.insight, this.headings);
    }

    get unsupported(): ApexTypes.AIStatementView[] {
        return unsupportedStatements(this.insight);
    }
}
