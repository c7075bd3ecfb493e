import { decisionOf } from 'c/aiPanelState';
import type { Presentation } from 'c/aiPanelState';

/** The day of each timing, as 2026-11-24. */
export type DueDates = Readonly<Record<string, string>>;

/** One step as the list draws it. */
export interface Step {
    readonly key: string;
    readonly statement: ApexTypes.AIStatementView;
    readonly decision: ApexTypes.AIDecisionView | undefined;
    readonly isOpen: boolean;
    readonly dueDate: string | undefined;
    readonly taskId: string | undefined;
}

/** More than these are no help in choosing. */
const MOST = 3;

/** The supported steps of an answer; `chosen` are the days that the person set, by key. */
export function stepsOf({ insight, canAct }: Presentation, dueDates: DueDates, chosen: DueDates): Step[] {
    const statements = (insight?.groups ?? []).flatMap((group) => group.statements ?? []);
    return statements
        .filter(({ supported }) => supported)
        .slice(0, MOST)
        .map((statement) => {
            const key = statement.key ?? '';
            const decision = decisionOf(insight, key);
            const computed = dueDates[statement.values?.timing ?? ''];
            return {
                key,
                statement,
                decision,
                isOpen: canAct && !decision,
                dueDate: chosen[key] ?? computed,
                taskId: decision?.recordIds?.[0]
            };
        });
}
