import type { ObjectSchema } from '../local-org/data/schema/types.ts';
import { historyOf, shiftValue, type HistoryRow } from './sample/timeline.ts';

/** Fields of a stage history row that only the platform sets. */
export const HISTORY_FIELDS = [
    'OpportunityId',
    'StageName',
    'Amount',
    'CloseDate',
    'Probability',
    'ExpectedRevenue',
    'ForecastCategory',
    'PrevAmount',
    'PrevCloseDate'
];
/** Fields of an opportunity that only the platform sets as the deal moves. */
export const MOVED_FIELDS = ['LastStageChangeDate', 'PushCount'];

/** `ForecastCategory` of each `ForecastCategoryName` (Object Reference: Opportunity). */
const CATEGORIES: Record<string, string> = { 'Best Case': 'BestCase', Commit: 'Forecast' };

/** The deal's rows of OpportunityHistory as records, dates moved by a number of days; none when the timeline has none. */
export function historyRecords(
    opportunity: ObjectSchema,
    deal: { referenceId: string; id: string; ownerId: string },
    days: number
): Record<string, unknown>[] {
    return historyOf(deal.referenceId).map((row, at, rows) => ({
        OpportunityId: deal.id,
        ...stageFacts(opportunity, row),
        StageName: row.StageName,
        Amount: row.Amount,
        CloseDate: shiftValue(row.CloseDate, days),
        ...(at > 0 && { PrevAmount: rows[at - 1].Amount, PrevCloseDate: shiftValue(rows[at - 1].CloseDate, days) }),
        CreatedDate: shiftValue(row.CreatedDate, days),
        CreatedById: deal.ownerId
    }));
}

function stageFacts(opportunity: ObjectSchema, { StageName, Amount }: HistoryRow): Record<string, unknown> {
    const stage = opportunity.field('StageName')?.picklistValues.find(({ value }) => value === StageName);
    if (stage === undefined)
        throw new Error(`The sample data names the stage ${StageName}, which the org does not have.`);
    const probability = Number(stage.facts?.Probability ?? 0);
    const category = String(stage.facts?.ForecastCategoryName ?? 'Pipeline');
    return {
        Probability: probability,
        ExpectedRevenue: Math.round(Amount * probability) / 100,
        ForecastCategory: CATEGORIES[category] ?? category
    };
}

/** When the deal came to its present stage, and how often its close date went to a later month. */
export function movedFields(referenceId: string, days: number): Record<string, unknown> {
    const rows = historyOf(referenceId);
    const changed = rows.filter((row, at) => at > 0 && row.StageName !== rows[at - 1].StageName).at(-1);
    const pushed = rows.filter((row, at) => at > 0 && month(row) > month(rows[at - 1])).length;
    return {
        ...(changed !== undefined && { LastStageChangeDate: shiftValue(changed.CreatedDate, days) }),
        ...(rows.length > 0 && { PushCount: pushed })
    };
}

const month = (row: HistoryRow): string => row.CloseDate.slice(0, 7);
