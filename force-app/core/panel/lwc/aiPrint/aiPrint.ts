export { printSheet } from './printSheet';
export type { Sheet, SheetLine, SheetSection } from './sheet';
