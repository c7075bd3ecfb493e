import { createEnginePlugin } from '@salesforce/code-analyzer-sfge-engine';
import path from 'node:path';
import { runCodeAnalyzer } from './code-analyzer.ts';
import { NOT_FOLLOWED, type Engine, type Finding } from './finding.ts';
import { locateStop } from './graph-load.ts';

/** Rules of paths; unused types, which it reports too, are the language server's business. */
const RULES = [
    'sfge:ApexFlsViolation',
    'sfge:ApexNullPointerException',
    'sfge:AvoidDatabaseOperationInLoop',
    'sfge:AvoidMultipleMassSchemaLookups',
    'sfge:DatabaseOperationsMustUseWithSharing',
    'sfge:MissingNullCheckOnSoqlVariable'
];

/**
 * Salesforce Graph Engine: follows the data from every entry point to what reads and writes the database. It knows an
 * older Apex, so that an entry point behind which something newer stands is reported as not followed.
 */
export const graphEngine: Engine = {
    name: 'Graph engine',
    needsJava: true,
    find: async (root) => {
        const { findings, errors, log } = await runCodeAnalyzer(root, createEnginePlugin(), RULES);
        const located = findings.map((finding) => locateStop(root, finding, log));
        return [...located, ...errors.map((error) => notFollowed(root, error))];
    }
};

/** Errors name an entry point as `/path/X.cls:line:column`; any other means that nothing was analysed. */
function notFollowed(root: string, error: string): Finding {
    const entry = /entry point: (.+?):(\d+):\d+: /.exec(error);
    if (!entry) throw new Error(`The graph engine failed: ${error}`);
    return {
        file: path.relative(root, entry[1]).split(path.sep).join('/'),
        line: Number(entry[2]),
        severity: 5,
        rule: NOT_FOLLOWED,
        message: 'The graph engine cannot follow this entry point'
    };
}
