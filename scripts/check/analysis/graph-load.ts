import path from 'node:path';
import { filesEnding, fromRoot } from './files.ts';
import type { Finding } from './finding.ts';

/** The rule of a finding that says that an engine of Salesforce Code Analyzer stopped. */
const ENGINE_STOPPED = 'UnexpectedEngineError';
/** A vertex of the graph as the engine logs it, such as `vp[BeginLine->40], vp[DefiningType->Some_Class]`. */
const STOPPED_AT = /Unexpected exception while loading graph\s+\S+: (.*)/;

/**
 * The finding that the graph engine stopped, with the file and line that its log says it could not load: one such line
 * keeps it from everything else. Any other finding, and one of which the log says nothing, stays as it is.
 */
export function locateStop(root: string, finding: Finding, log: string): Finding {
    const vertex = finding.rule === ENGINE_STOPPED ? STOPPED_AT.exec(log)?.[1] : undefined;
    const file = vertex && fileOf(root, valueOf(vertex, 'DefiningType'));
    if (!vertex || !file) return finding;
    const message = 'The graph engine cannot load this line, and so nothing: write it in an older Apex';
    return { ...finding, file, line: Number(valueOf(vertex, 'BeginLine')), message };
}

function valueOf(vertex: string, key: string): string {
    return new RegExp(`vp\\[${key}->([^\\]]*)\\]`).exec(vertex)?.[1] ?? '';
}

/** Inner types are in the file of the outer one. */
function fileOf(root: string, type: string): string | undefined {
    const [name] = type.split('.');
    const [file] = filesEnding(root, `${path.sep}${name}.cls`, `${path.sep}${name}.trigger`);
    return file && fromRoot(root, file);
}
