import { exceptionHooks } from '../../platform/values/exception.ts';
import type { TraceRange } from '../translate/context.ts';

/** One line of an Apex stack trace. */
export interface ApexFrame {
    /** As `Class.CaseSummary.gather`. */
    label: string;
    file: string;
    line: number;
}

const FRAME = /^\s+at (?:(.*?) \()?(.+?):(\d+):(\d+)\)?$/;
/** Frames of the emitted code that no Apex author wrote: JS constructors, arrow functions, future dispatch. */
const INTERNAL = /^new |(^|\.)(fields\$[\w$]+|allFields\$|clinit\$|\$s|init\$.*\$builtin)$/;

const ranges = new Map<string, TraceRange[]>();

/** Makes the lines of a compiled file known to stack traces. */
export function registerTraces(file: string, traces: TraceRange[]): void {
    ranges.set(file, traces);
}

/** The Apex frames of a JS stack, innermost first. */
export function apexFrames(stack: string | undefined): ApexFrame[] {
    const frames: ApexFrame[] = [];
    for (const line of (stack ?? '').split('\n')) {
        const match = FRAME.exec(line);
        const known = match && ranges.get(match[2]);
        if (!known || !match[1] || INTERNAL.test(match[1])) continue;
        const number = Number(match[3]);
        const label = labelAt(known, number);
        if (label) frames.push({ label, file: match[2], line: number });
    }
    return frames;
}

/** The label of the smallest stretch of lines around a line. */
function labelAt(known: TraceRange[], line: number): string | null {
    let best: TraceRange | null = null;
    for (const range of known) {
        if (line < range.from || line > range.to) continue;
        if (!best || range.to - range.from < best.to - best.from) best = range;
    }
    return best?.label ?? null;
}

/** As `getStackTraceString()` shows it. */
export function describeFrames(frames: ApexFrame[]): string {
    return frames.map((frame) => `${frame.label}: line ${frame.line}, column 1`).join('\n');
}

/** Where Apex stands now, as `path/X.cls:12`; null outside of Apex. */
export function currentLocation(error: Error = new Error()): string | null {
    const [frame] = apexFrames(error.stack);
    return frame ? `${frame.file}:${frame.line}` : null;
}

/** Lets exceptions know their Apex frames from now on. */
export function installStackTraces(): void {
    Error.stackTraceLimit = 100;
    exceptionHooks.captureStackTrace = () => describeFrames(apexFrames(new Error().stack));
    exceptionHooks.captureLine = () => apexFrames(new Error().stack)[0]?.line ?? 0;
}
