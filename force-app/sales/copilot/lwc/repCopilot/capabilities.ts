import AFTER_CALL from '@salesforce/label/c.Rep_Copilot_After_Call';
import ASK_RECORD from '@salesforce/label/c.Rep_Copilot_Ask_Record';
import CROSS_SELL from '@salesforce/label/c.Rep_Copilot_Cross_Sell';
import EMAIL_DRAFT from '@salesforce/label/c.Rep_Copilot_Email_Draft';
import MEETING_BRIEF from '@salesforce/label/c.Rep_Copilot_Meeting_Brief';
import NEXT_BEST_ACTION from '@salesforce/label/c.Rep_Copilot_Next_Best_Action';
import OPPORTUNITY_INSIGHTS from '@salesforce/label/c.Rep_Copilot_Opportunity_Insights';
import SERVICE_HISTORY from '@salesforce/label/c.Rep_Copilot_Service_History';

/** A capability as the list shows it. */
export interface Capability {
    readonly useCase: string;
    readonly label: string;
    readonly icon: string;
    readonly isCurrent: boolean;
    readonly isSuggested: boolean;
    /** Shows nothing but what is in the records. */
    readonly isOff: boolean;
    readonly offReason: string;
}

const LOOKS: Readonly<Record<string, Pick<Capability, 'label' | 'icon'>>> = {
    Meeting_Brief: { label: MEETING_BRIEF, icon: 'utility:event' },
    Opportunity_Insights: { label: OPPORTUNITY_INSIGHTS, icon: 'utility:trending' },
    Next_Best_Action: { label: NEXT_BEST_ACTION, icon: 'utility:strategy' },
    Email_Draft: { label: EMAIL_DRAFT, icon: 'utility:email' },
    After_Call: { label: AFTER_CALL, icon: 'utility:call' },
    Service_History: { label: SERVICE_HISTORY, icon: 'utility:case' },
    Cross_Sell: { label: CROSS_SELL, icon: 'utility:cart' },
    Ask_Record: { label: ASK_RECORD, icon: 'utility:chat' }
};

/**
 * The capabilities of a page in their order. The one that the person chose is current; else the suggested one. Those that this
 * version of the component has no words for are left out.
 */
export function capabilitiesOf(view: ApexTypes.RepCopilotView | undefined, chosen: string | undefined): Capability[] {
    const suggested = view?.suggestion?.useCase;
    const known = (view?.capabilities ?? []).filter(({ useCase }) => LOOKS[useCase ?? '']);
    const wanted = [chosen, suggested, known[0]?.useCase].find((name) => known.some(({ useCase }) => useCase === name));
    return known.map(({ useCase, isOff, offReason }) => ({
        ...LOOKS[useCase ?? '']!,
        useCase: useCase ?? '',
        isCurrent: useCase === wanted,
        isSuggested: useCase === suggested,
        isOff: isOff === true,
        offReason: offReason ?? ''
    }));
}
