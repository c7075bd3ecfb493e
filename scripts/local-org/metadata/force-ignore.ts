import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Rule {
    pattern: RegExp;
    /** `!pattern` takes files in again. */
    includes: boolean;
}

/** Which files of a project its .forceignore leaves out; paths are relative to the project, with slashes. */
export type Ignored = (path: string) => boolean;

/** Reads .forceignore, which is written as .gitignore is; nothing is ignored where there is none. */
export function readForceIgnore(projectDir: string): Ignored {
    const file = join(projectDir, '.forceignore');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split(/\r?\n/) : [];
    const rules = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
    const parsed = rules.map(parseRule);
    return (path) => parsed.reduce((ignored, rule) => (rule.pattern.test(path) ? !rule.includes : ignored), false);
}

function parseRule(line: string): Rule {
    const includes = line.startsWith('!');
    const text = includes ? line.slice(1) : line;
    const anchored = text.replace(/\/$/, '').includes('/');
    const body = text.replace(/^\//, '').replace(/\/$/, '/**');
    return { pattern: new RegExp(`^${anchored ? '' : '(?:.*/)?'}${glob(body)}(?:/.*)?$`), includes };
}

/** A glob as a regular expression: `**` crosses folders, `*` and `?` do not. */
function glob(text: string): string {
    return text.replace(/\*\*\/|\/\*\*$|\*\*|\*|\?|\[!?[^\]]*\]|[.+^${}()|\\[\]]/g, (token) => {
        if (token === '**/') return '(?:.*/)?';
        if (token === '/**') return '/.*';
        if (token === '**') return '.*';
        if (token === '*') return '[^/]*';
        if (token === '?') return '[^/]';
        return token.startsWith('[') && token.length > 1 ? token.replace('[!', '[^') : `\\${token}`;
    });
}
