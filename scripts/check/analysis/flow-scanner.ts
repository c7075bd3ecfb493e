import type { RuleResult, ScanResult } from '@flow-scanner/lightning-flow-scanner-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { filesEnding, fromRoot } from './files.ts';
import type { Engine, Finding } from './finding.ts';

// Its CommonJS exports are not named in a way that an import sees.
const { parse, scan } = createRequire(import.meta.url)(
    '@flow-scanner/lightning-flow-scanner-core'
) as typeof import('@flow-scanner/lightning-flow-scanner-core');

const SEVERITIES: Readonly<Record<string, number>> = { error: 2, warning: 3, note: 4 };

/** Flows: queries and changes in loops, missing fault paths, recursion, hard-coded ids, unused variables and the like. */
export const flowScanner: Engine = {
    name: 'Flow scanner',
    needsJava: false,
    find: async (root) => {
        const files = filesEnding(root, '.flow-meta.xml');
        const flows = await parse(files);
        const broken = flows.find(({ errorMessage }) => errorMessage);
        if (broken) throw new Error(`The Flow scanner cannot read ${broken.uri}: ${broken.errorMessage}`);
        // One by one: the results name the flow, not its file, and two directories can have a flow of one name.
        return flows.flatMap((flow) => scan([flow]).flatMap((result) => toFindings(root, flow.uri, result)));
    }
};

function toFindings(root: string, file: string, { ruleResults }: ScanResult): Finding[] {
    const text = readFileSync(file, 'utf8');
    return ruleResults.flatMap((result) => {
        if (result.errorMessage) throw new Error(`The Flow scanner failed in ${file}: ${result.errorMessage}`);
        return result.details.map(({ name, metaType }) => ({
            file: fromRoot(root, file),
            line: lineOf(text, name, metaType),
            severity: SEVERITIES[result.severity] ?? 3,
            rule: result.ruleName,
            message: messageOf(result, name)
        }));
    });
}

function messageOf({ ruleDefinition }: RuleResult, name: string): string {
    return `${ruleDefinition.label}: ${name}`;
}

/** The scanner counts lines in a text that it writes itself; the element is looked up in the file instead. */
function lineOf(text: string, name: string, metaType: string): number {
    const position = text.indexOf(metaType === 'attribute' ? `<${name}>` : `<name>${name}</name>`);
    return position < 0 ? 1 : text.slice(0, position).split('\n').length;
}
