import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LocalOrg } from '../../org.ts';
import { type TestResult, TestRunner } from '../../testing/runner.ts';

const CLASSES = 'force-app/main/default/classes';
/** A project in a temporary folder. Keys are class names, or paths from the project's folder when they hold a slash. */
export class FixtureProject {
    readonly dir = mkdtempSync(path.join(tmpdir(), 'local-org-'));

    constructor(sources: Record<string, string>) {
        this.write(
            'sfdx-project.json',
            JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '67.0' })
        );
        for (const [name, source] of Object.entries(sources)) this.addSource(name, source);
    }

    /** Writes a class (with its meta file), or any file when the name holds a slash. Returns the path from the project's folder. */
    addSource(name: string, source: string): string {
        if (name.includes('/')) return this.write(name, source);
        this.write(`${CLASSES}/${name}.cls-meta.xml`, metaOf('ApexClass'));
        return this.write(`${CLASSES}/${name}.cls`, source);
    }

    addTrigger(name: string, source: string): void {
        this.write(`force-app/main/default/triggers/${name}.trigger-meta.xml`, metaOf('ApexTrigger'));
        this.write(`force-app/main/default/triggers/${name}.trigger`, source);
    }

    private write(name: string, text: string): string {
        const file = path.join(this.dir, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
        return name;
    }

    open(): LocalOrg {
        return LocalOrg.open({ projectDir: this.dir, dataFile: ':memory:', quiet: true, cacheSyntax: false });
    }

    /** Results of all tests as `Class.method: Pass`, failures with their message. */
    test(): string[] {
        const org = this.open();
        try {
            return new TestRunner(org).run().map(describe);
        } finally {
            org.close();
        }
    }

    remove(): void {
        rmSync(this.dir, { recursive: true, force: true });
    }
}

function describe(result: TestResult): string {
    return `${result.className}.${result.methodName}: ${result.message ?? 'Pass'}`;
}

function metaOf(type: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></${type}>`;
}
