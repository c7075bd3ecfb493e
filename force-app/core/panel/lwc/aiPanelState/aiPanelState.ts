export { PanelSession } from './panelSession';
export { stateNotice } from './panelNotice';
export { LOADING } from './panelSnapshot';
export { supportedGroups, unsupportedStatements } from './statementGroups';
export type { PanelNotice, NoticeKind } from './panelNotice';
export type { PanelProgress, PanelSnapshot, PanelState, ProgressStage } from './panelSnapshot';
export type { StatementGroup } from './statementGroups';
