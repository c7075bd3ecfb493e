import { LightningElement, api } from 'lwc';
import { formatText } from 'c/aiPanelUtils';
import { labels } from './labels';

interface Row {
    readonly stage: string;
    readonly isCurrent: boolean;
    readonly days: string;
    readonly daysWidth: string;
    readonly isComparable: boolean;
    readonly usual: string;
    readonly usualWidth: string;
}

/** Days of a deal in each stage beside the median of won deals: numbers in a table, bars of one scale under them. */
export default class DealStageDays extends LightningElement {
    readonly labels = labels;
    @api stages: ApexTypes.DealStageView[] = [];

    get rows(): Row[] {
        const longest = Math.max(1, ...this.stages.flatMap(({ days, usualDays }) => [days ?? 0, usualDays ?? 0]));
        return this.stages.map((stage) => rowOf(stage, longest));
    }
}

function rowOf({ stage, days, usualDays, wonDeals, isCurrent }: ApexTypes.DealStageView, longest: number): Row {
    const isComparable = typeof usualDays === 'number';
    return {
        stage: stage ?? '',
        isCurrent: isCurrent === true,
        days: inDays(days ?? 0),
        daysWidth: width(days ?? 0, longest),
        isComparable,
        usual: isComparable ? formatText(labels.wonOf, inDays(usualDays), wonDeals) : labels.unknown,
        usualWidth: width(usualDays ?? 0, longest)
    };
}

function inDays(count: number): string {
    return count === 1 ? labels.day : formatText(labels.days, count);
}

function width(count: number, longest: number): string {
    return `width: ${Math.round((count / longest) * 100)}%`;
}
