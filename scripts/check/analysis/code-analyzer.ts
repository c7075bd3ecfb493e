import {
    CodeAnalyzer,
    CodeAnalyzerConfig,
    EventType,
    type EngineLogEvent,
    type Violation
} from '@salesforce/code-analyzer-core';
import type { EnginePlugin } from '@salesforce/code-analyzer-engine-api';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageDirectories } from '../../build/project.ts';
import type { Finding } from './finding.ts';

// Logs above this number are details of the run.
const ERROR = 1;
/** Milliseconds for all paths from one entry point: some have more of them than can be followed at all. */
const PATIENCE = 20_000;

/** What a run found, and what went wrong inside the engine meanwhile. */
export interface AnalyzerRun {
    readonly findings: Finding[];
    readonly errors: string[];
    /** What the engine logged of itself. */
    readonly log: string;
}

/** Runs rules of one of Salesforce Code Analyzer's engines over the package directories. Rejects when the engine fails. */
export async function runCodeAnalyzer(
    root: string,
    plugin: EnginePlugin,
    rules: readonly string[]
): Promise<AnalyzerRun> {
    const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'tandem-analysis-')));
    try {
        return await run(root, plugin, rules, folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

async function run(
    root: string,
    plugin: EnginePlugin,
    selectors: readonly string[],
    folder: string
): Promise<AnalyzerRun> {
    const engines = { sfge: { java_thread_timeout: PATIENCE } };
    const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.fromObject({ log_folder: folder, engines }));
    const errors: string[] = [];
    analyzer.onEvent(EventType.EngineLogEvent, (event) => {
        const { logLevel, message } = event as EngineLogEvent;
        if (logLevel <= ERROR) errors.push(message);
    });
    await analyzer.addEnginePlugin(plugin);
    const workspace = await analyzer.createWorkspace(packageDirectories(root));
    const rules = await analyzer.selectRules([...selectors], { workspace });
    const violations = (await analyzer.run(rules, { workspace })).getViolations();
    return { findings: violations.map((violation) => toFinding(root, violation)), errors, log: logIn(folder) };
}

function logIn(folder: string): string {
    const files = readdirSync(folder).filter((file) => file.endsWith('.log'));
    return files.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
}

function toFinding(root: string, violation: Violation): Finding {
    const location = violation.getPrimaryLocation();
    return {
        file: path
            .relative(root, location.getFile() ?? '')
            .split(path.sep)
            .join('/'),
        line: location.getStartLine() ?? 0,
        severity: violation.getRule().getSeverityLevel(),
        rule: violation.getRule().getName(),
        message: violation.getMessage()
    };
}
