import type { PanelNotice } from './panelNotice';

/** What the panel is about to show. The server names all but `loading`, `working` and `noAccess`. */
export type PanelState =
    | 'loading'
    | 'ready'
    | 'working'
    | 'waiting'
    | 'done'
    | 'stale'
    | 'nothing'
    | 'off'
    | 'noAccess'
    | 'overBudget'
    | 'failed'
    | 'applied'
    | 'rejected';

export type ProgressStage = 'gathering' | 'asking';

export interface PanelProgress {
    readonly stage: ProgressStage;
    /** Known once gathering is over. */
    readonly sourceCount?: number;
    readonly modelLabel?: string;
}

/** Everything a panel needs to draw itself, replaced as a whole whenever something changes. */
export interface PanelSnapshot {
    readonly state: PanelState;
    readonly view?: ApexTypes.AIPanelView;
    readonly progress?: PanelProgress;
    /** What became of the person's last action, when that needs saying beside the state. */
    readonly notice?: PanelNotice;
    /** A decision is being saved. */
    readonly saving: boolean;
}

export const LOADING: PanelSnapshot = { state: 'loading', saving: false };

/** The panel at rest, showing what the server sent. */
export function showing(view: ApexTypes.AIPanelView, notice?: PanelNotice): PanelSnapshot {
    return { state: view.state as PanelState, view, notice, saving: false };
}
