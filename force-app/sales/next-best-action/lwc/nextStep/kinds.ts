import CALL from '@salesforce/label/c.Next_Step_Kind_Call';
import EMAIL from '@salesforce/label/c.Next_Step_Kind_Email';
import MEETING from '@salesforce/label/c.Next_Step_Kind_Meeting';
import TASK from '@salesforce/label/c.Next_Step_Kind_Task';

/** How a step is taken, as a word with an icon. */
export interface Kind {
    readonly word: string;
    readonly icon: string;
}

const OTHER: Kind = { word: TASK, icon: 'utility:task' };
const KINDS: Readonly<Record<string, Kind>> = {
    Call: { word: CALL, icon: 'utility:call' },
    Email: { word: EMAIL, icon: 'utility:email' },
    Meeting: { word: MEETING, icon: 'utility:event' }
};

/** The kind that a step names; a task when it names none that is known. */
export function kindOf(name: string | null | undefined): Kind {
    return KINDS[name ?? ''] ?? OTHER;
}
