import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Engine, Finding } from '../finding.ts';

/** Runs an engine over a project of its own that has just these files, and removes it. */
export async function findIn(engine: Engine, files: Readonly<Record<string, string>>): Promise<Finding[]> {
    const root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'tandem-planted-')));
    try {
        write(
            root,
            'sfdx-project.json',
            '{"packageDirectories":[{"path":"app","default":true}],"sourceApiVersion":"67.0"}'
        );
        for (const [file, text] of Object.entries(files)) write(root, file, text);
        return await engine.find(root);
    } finally {
        rmSync(root, { recursive: true, force: true });
    }
}

function write(root: string, file: string, text: string): void {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
}

/** Where and by which rule: `path:line rule`. */
export function places(findings: readonly Finding[]): string[] {
    return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`).sort();
}

/** A reason to leave a test out that needs Java; false when Java is there. */
export function withoutJava(): string | false {
    try {
        execFileSync('java', ['-version'], { stdio: 'ignore' });
        return false;
    } catch {
        return 'needs Java';
    }
}

/** A metadata file from its root element and what is in it. */
export function xml(root: string, content: string): string {
    return `<?xml version="1.0" encoding="UTF-8" ?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${content}\n</${root}>\n`;
}

/** A class and its description. */
export function apexClass(name: string, text: string): Record<string, string> {
    const content = '    <apiVersion>67.0</apiVersion>\n    <status>Active</status>';
    return { [`app/classes/${name}.cls`]: text, [`app/classes/${name}.cls-meta.xml`]: xml('ApexClass', content) };
}
