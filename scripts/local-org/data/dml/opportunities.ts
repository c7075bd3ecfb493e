import { ApexDate, ApexDatetime, ApexDecimal } from '../../platform/values/index.ts';
import type { ObjectSchema } from '../schema/types.ts';
import { storesSame } from '../storage/columns.ts';
import type { DmlOptions } from '../types.ts';
import type { DmlEnvironment } from './environment.ts';
import { writePlatformRow } from './platform-rows.ts';
import type { Work } from './work.ts';

/** What a row of the stage history repeats; a change of any of them makes a row (Object Reference: OpportunityHistory). */
const FOLLOWED = ['StageName', 'Amount', 'CloseDate', 'Probability'];

/** `ForecastCategory` of each `ForecastCategoryName` (Object Reference: Opportunity). */
const CATEGORIES: Record<string, string> = { 'Best Case': 'BestCase', Commit: 'Forecast' };

/** What the platform notes on an opportunity whose stage or close date changes; an amount made of products stays. */
export function followOpportunity(work: Work, environment: DmlEnvironment): void {
    const { record, old } = work;
    if (!old) return;
    if (changed(work, 'Amount', environment) && linesOf([record.id as string], environment).length > 0)
        record.fields.set('Amount', old.fields.get('Amount'));
    if (changed(work, 'StageName', environment))
        record.fields.set('LastStageChangeDate', new ApexDatetime(environment.now()));
    if (isPushed(old.fields.get('CloseDate'), record.fields.get('CloseDate')))
        record.fields.set('PushCount', Number(old.fields.get('PushCount') ?? 0) + 1);
}

/** Ids of the products of these opportunities. */
export function linesOf(opportunityIds: string[], environment: DmlEnvironment): string[] {
    const line = environment.schema().object('OpportunityLineItem') as ObjectSchema;
    return environment.rows.idsWhere(line, 'OpportunityId', opportunityIds).map((row) => row.id);
}

/** Writes the stage history of opportunities that are new or changed. What is seeded brings its own. */
export function writeStageHistory(works: Work[], environment: DmlEnvironment, options: DmlOptions): void {
    if (options.bypassAutomation) return;
    for (const work of works) {
        const isMoved = !work.old || FOLLOWED.some((name) => changed(work, name, environment));
        if (isMoved) writePlatformRow('OpportunityHistory', stageRow(work), environment, options);
    }
}

function stageRow({ record, old }: Work): Record<string, unknown> {
    const { fields } = record;
    const [amount, probability] = [fields.get('Amount'), fields.get('Probability')];
    const known = amount instanceof ApexDecimal && probability instanceof ApexDecimal;
    const category = fields.get('ForecastCategoryName') as string | null | undefined;
    return {
        OpportunityId: record.id,
        ...Object.fromEntries(FOLLOWED.map((name) => [name, fields.get(name)])),
        ExpectedRevenue: known
            ? amount.times(probability).dividedBy(ApexDecimal.of('100')).withScale(2, 'HALF_UP')
            : null,
        ForecastCategory: category ? (CATEGORIES[category] ?? category) : null,
        PrevAmount: old?.fields.get('Amount'),
        PrevCloseDate: old?.fields.get('CloseDate')
    };
}

function changed({ record, old }: Work, name: string, environment: DmlEnvironment): boolean {
    const field = environment.schema().object(record.objectName)?.field(name);
    return !field || !old || !storesSame(field, old.fields.get(name), record.fields.get(name));
}

/** A close date in a later month than before counts as pushed. */
function isPushed(before: unknown, after: unknown): boolean {
    if (!(before instanceof ApexDate) || !(after instanceof ApexDate)) return false;
    return monthOf(after) > monthOf(before);
}

const monthOf = ({ year, month }: ApexDate): number => year * 12 + month;
