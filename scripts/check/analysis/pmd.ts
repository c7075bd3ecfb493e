import { createEnginePlugin } from '@salesforce/code-analyzer-pmd-engine';
import { runCodeAnalyzer } from './code-analyzer.ts';
import type { Engine } from './finding.ts';

/**
 * What an AppExchange security review looks for, and what is likely a mistake. Style is the formatter's business, and
 * the scripts of components, which are compiled, are those of the TypeScript compiler and ESLint.
 */
const RULES = [
    'pmd:Security',
    ...['ErrorProne', 'Performance', 'BestPractices'].flatMap((category) =>
        ['Apex', 'XML', 'HTML'].map((language) => `pmd:${category}:${language}`)
    )
];

/** PMD's rules of security, error-prone code, performance and best practices, for Apex, metadata and templates. */
export const pmd: Engine = {
    name: 'PMD',
    needsJava: true,
    find: async (root) => (await runCodeAnalyzer(root, createEnginePlugin(), RULES)).findings
};
