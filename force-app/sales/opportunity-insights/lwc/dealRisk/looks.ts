import { formatText, relativeTime } from 'c/aiPanelUtils';
import { labels } from './labels';

/** How a level of risk is shown: never by colour alone. */
export interface LevelLook {
    readonly label: string;
    readonly icon: string;
    readonly variant: string | undefined;
}

/** A signal with its icon and its points in words. */
export interface ShownSignal {
    readonly key: string;
    readonly label: string;
    readonly text: string;
    readonly icon: string;
    readonly points: string;
}

const NONE: LevelLook = { label: labels.none, icon: 'utility:success', variant: 'success' };
const LEVELS: Readonly<Record<string, LevelLook>> = {
    High: { label: labels.high, icon: 'utility:error', variant: 'error' },
    Medium: { label: labels.medium, icon: 'utility:warning', variant: 'warning' },
    Low: { label: labels.low, icon: 'utility:info', variant: undefined }
};

/** Icons of the signals that ship; those that an administrator adds get a sign of their own. */
const ICONS: Readonly<Record<string, string>> = {
    Overdue_Close_Date: 'utility:date_time',
    Stalled_Stage: 'utility:clock',
    Slipped_Close_Date: 'utility:event',
    Tone_Turning: 'utility:email',
    Amount_Drop: 'utility:moneybag',
    Silence: 'utility:volume_off',
    Nothing_Planned: 'utility:dayview',
    No_Next_Step: 'utility:forward',
    Few_Contacts: 'utility:user'
};

/** How the level is shown; no sign of risk for None. */
export function levelLook(level: string | null | undefined): LevelLook {
    return LEVELS[level ?? ''] ?? NONE;
}

/** The signals of a deal, ready to be shown. */
export function signalsOf(risk: ApexTypes.DealRiskView | undefined): ShownSignal[] {
    return (risk?.findings ?? []).map(({ key, label, text, weight }) => ({
        key: key ?? '',
        label: label ?? '',
        text: text ?? '',
        icon: ICONS[key ?? ''] ?? 'utility:priority',
        points: formatText(labels.points, weight)
    }));
}

/** What lists and reports show of this deal, and since when. */
export function storedText(risk: ApexTypes.DealRiskView | undefined): string {
    if (!risk?.storedLevel || !risk.storedDate) return labels.storedNever;
    const when = relativeTime(risk.storedDate);
    if (risk.storedLevel === risk.level) return formatText(labels.storedSame, when);
    return formatText(labels.storedOther, levelLook(risk.storedLevel).label, when);
}
