import { createEnginePlugin } from '@salesforce/code-analyzer-retirejs-engine';
import { runCodeAnalyzer } from './code-analyzer.ts';
import type { Engine } from './finding.ts';

/** Libraries with known weaknesses in static resources (archives too) and components. */
export const retireJs: Engine = {
    name: 'retire-js',
    needsJava: false,
    find: async (root) => (await runCodeAnalyzer(root, createEnginePlugin(), ['retire-js'])).findings
};
