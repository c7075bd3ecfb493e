import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Why a build failed, for a person: what, in which file, on which line. */
export interface BuildError {
    message: string;
    /** Relative to the project. */
    file?: string;
    /** Counted from 1. */
    line?: number;
    /** Counted from 1. */
    column?: number;
    /** The lines around the error, when the file can be read. */
    frame?: string;
}

interface RollupFailure {
    message?: string;
    id?: string;
    loc?: { file?: string; line?: number; column?: number };
}

/** Turns what rollup, the LWC compiler or the TypeScript parser threw into a report. */
export function toBuildError(failure: unknown, projectDirectory: string): BuildError {
    const { message, id, loc } = failure as RollupFailure;
    const file = (loc?.file ?? id)?.split('?')[0];
    const line = loc?.line;
    return {
        message: plainMessage(message ?? String(failure)),
        ...(file && { file: path.relative(projectDirectory, file) }),
        ...(line && { line, column: (loc.column ?? 0) + 1 }),
        ...(file && line && { frame: frameOf(file, line) })
    };
}

/** `force-app/…/panel.html:12:4 message`, as terminals make it clickable, followed by the lines around. */
export function describeBuildError(error: BuildError): string {
    const place = [error.file, error.line, error.column].filter((part) => part !== undefined).join(':');
    return [place && `${place} `, error.message, error.frame && `\n${error.frame}`].filter(Boolean).join('');
}

function plainMessage(message: string): string {
    return message
        .replace(/^\[plugin [^\]]+\]\s*/, '')
        .replace(/^\S*[/\\]\S* \(\d+:\d+\): /, '')
        .replace(/^(SyntaxError: )?(\/|[A-Z]:\\)\S+?: /, '')
        .split('\n')[0]!
        .trim();
}

function frameOf(file: string, line: number): string | undefined {
    try {
        const lines = readFileSync(file, 'utf8').split('\n');
        const first = Math.max(0, line - 3);
        return lines
            .slice(first, line + 2)
            .map((text, index) => `${first + index + 1 === line ? '>' : ' '} ${first + index + 1} | ${text}`)
            .join('\n');
    } catch {
        return undefined;
    }
}
