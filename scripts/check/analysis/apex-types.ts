import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { copyWithoutStandardObjects } from './apex-types-copy.ts';
import { fromRoot } from './files.ts';
import type { Engine, Finding } from './finding.ts';

const LIBRARY = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine')),
    'java-lib'
);
const CHECKER = 'io.github.apexdevtools.apexls.CheckForIssues';

/**
 * Type-checks all Apex with the Apex language server, which knows every standard object: a second opinion beside the
 * local org's own compiler. Rejects when Java is missing.
 */
export const apexTypes: Engine = { name: 'Apex language server', needsJava: true, find: checkApexTypes };

async function checkApexTypes(root: string): Promise<Finding[]> {
    const findings = [...(await check(root)), ...(await checkStandardFields(root))];
    return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/**
 * The second pass. The language server accepts any field on a standard object that the project extends, so it looks again
 * at a copy without the extensions; what it then misses and the project adds is no mistake.
 */
async function checkStandardFields(root: string): Promise<Finding[]> {
    const copy = copyWithoutStandardObjects(root);
    try {
        const findings = await check(copy.directory);
        return findings.filter(({ message }) => isUnknownField(message) && !copy.fields.has(unknownField(message)));
    } finally {
        copy.remove();
    }
}

const UNKNOWN_FIELD = /^Unknown field '(\w+)' on SObject/;

function isUnknownField(message: string): boolean {
    return UNKNOWN_FIELD.test(message);
}

function unknownField(message: string): string {
    return (UNKNOWN_FIELD.exec(message)?.[1] ?? '').toLowerCase();
}

async function check(workspace: string): Promise<Finding[]> {
    const classPath = path.join(LIBRARY, '*');
    const findings = parseIssues(await java(['-cp', classPath, CHECKER, '-w', workspace, '-n']));
    return findings.map((finding) => ({ ...finding, file: fromRoot(workspace, finding.file) }));
}

function java(parameters: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
        execFile('java', parameters, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
            if (error && 'code' in error && error.code === 'ENOENT') {
                reject(new Error('The analysis needs Java 11 or newer on the path.'));
            } else if (error && stdout.trim() === '') {
                reject(new Error(`The Apex language server failed: ${error.message}`));
            } else {
                resolve(stdout); // A non-zero exit code says that there are issues, and they are in the output.
            }
        });
    });
}

/** Reads lines such as `/path/X.cls` followed by `Missing: line 4 at 8-20: No type declaration found for 'Y'`. */
export function parseIssues(output: string): Finding[] {
    const findings: Finding[] = [];
    let file = '';
    for (const line of output.split('\n')) {
        const issue = /^(\w+): line (\d+)(?: to \d+)?(?: at [\d-]+)?: (.*)$/.exec(line);
        if (!issue) file = line.trim() || file;
        else findings.push({ file, line: Number(issue[2]), severity: 1, rule: `Apex ${issue[1]}`, message: issue[3]! });
    }
    return findings.filter(({ rule }) => rule !== 'Apex Unused' && rule !== 'Apex Warning');
}
