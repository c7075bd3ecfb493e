import { apexTypes } from './apex-types.ts';
import type { Engine } from './finding.ts';
import { flowScanner } from './flow-scanner.ts';
import { graphEngine } from './graph-engine.ts';
import { mobileOffline } from './mobile-offline.ts';
import { pmd } from './pmd.ts';
import { retireJs } from './retire-js.ts';
import { sldsLinter } from './slds.ts';

/** Every engine of the analysis. */
export const ENGINES: readonly Engine[] = [
    apexTypes,
    pmd,
    graphEngine,
    flowScanner,
    retireJs,
    sldsLinter,
    mobileOffline
];
