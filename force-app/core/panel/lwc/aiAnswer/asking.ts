import type { Presentation } from 'c/aiPanelState';

/** Which way of asking is open; at most one besides `anew`. */
export interface Asking {
    readonly first: boolean;
    /** Other choices than those of the answer on show: the answer stays until another arrives. */
    readonly anew: boolean;
    readonly later: boolean;
    /** After a rejection: for another answer, even if nothing has changed. */
    readonly again: boolean;
}

interface Words {
    readonly question: string | undefined;
    readonly asked: string | undefined;
    readonly askLabel: string;
    readonly againLabel: string;
}

/** Which ways of asking are open. None without a label: then the surrounding component offers them. */
export function askingOf(show: Presentation, { question, asked, askLabel, againLabel }: Words): Asking {
    const { insight, isReady, isWaiting, isOff, canAskLater, isRejected } = show;
    const isOther = Boolean(question) && question !== (asked ?? insight?.question);
    return {
        first: isReady && askLabel !== '',
        anew: insight !== undefined && !isWaiting && !isOff && isOther && askLabel !== '',
        later: canAskLater && againLabel !== '',
        again: isRejected && againLabel !== ''
    };
}
