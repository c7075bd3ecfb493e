import { sheetElement } from './sheet';
import type { Sheet } from './sheet';

const CLASS = 'tandem-sheet';

/**
 * On paper the sheet stands alone: the page around it has scrolling columns that a printer would cut. It is a child of the
 * body, outside of every component, because only there nothing clips it.
 */
const STYLE = `
@media screen { .${CLASS} { display: none; } }
@media print {
    html, body { height: auto !important; overflow: visible !important; }
    body > *:not(.${CLASS}) { display: none !important; }
    .${CLASS} { color: black; background: white; font: 10.5pt/1.4 sans-serif; }
    .${CLASS} h1 { font-size: 16pt; font-weight: bold; margin: 0; }
    .${CLASS} h2 { font-size: 11.5pt; font-weight: bold; margin: 9pt 0 2pt; break-after: avoid; }
    .${CLASS} ul { margin: 0; padding-left: 14pt; list-style: disc; }
    .${CLASS} li { margin-bottom: 2pt; break-inside: avoid; }
    .${CLASS} small { color: #444444; font-size: 8.5pt; }
    .${CLASS} pre { font: inherit; white-space: pre-wrap; margin: 9pt 0 0; }
    @page { margin: 16mm; }
}`;

/** Opens the browser's print dialog for the sheet alone; the page is as before when it closes. */
export function printSheet(sheet: Sheet): void {
    const style = document.createElement('style');
    style.textContent = STYLE;
    const root = sheetElement(sheet);
    root.className = CLASS;
    root.setAttribute('aria-hidden', 'true');
    root.append(style);
    document.body.append(root);
    window.addEventListener('afterprint', () => root.remove(), { once: true });
    window.print();
}
