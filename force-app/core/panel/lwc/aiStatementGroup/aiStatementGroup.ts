import { LightningElement, api } from 'lwc';

/** Statements under one heading, each with its evidence. Pass it supported statements only. */
export default class AiStatementGroup extends LightningElement {
    @api heading = '';
    @api insightId: string | undefined;
    @api statements: readonly ApexTypes.AIStatementView[] = [];

    get isSingle(): boolean {
        return this.statements.length === 1;
    }

    get single(): ApexTypes.AIStatementView | undefined {
        return this.statements[0];
    }
}
