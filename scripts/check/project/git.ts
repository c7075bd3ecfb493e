import { execFileSync } from 'node:child_process';

const LARGE = 256 * 1024 * 1024;

/** Paths of the files that the next commit adds, changes or removes, from the root of the repository. */
export function stagedFiles(root: string): string[] {
    return names(git(root, ['diff', '--cached', '--name-only', '--no-renames', '-z']));
}

/** Every file as the next commit will have it: path → text. */
export function stagedTexts(root: string, wanted: (file: string) => boolean): Map<string, string> {
    const entries = names(git(root, ['ls-files', '--stage', '-z'])).map((line) => line.split('\t'));
    return texts(
        root,
        entries.map(([head, file]) => [head.split(' ')[1], file] as const).filter(([, file]) => wanted(file))
    );
}

/** Every file as the last commit has it: path → text; nothing before the first commit. */
export function committedTexts(root: string, wanted: (file: string) => boolean): Map<string, string> {
    if (!hasCommit(root)) return new Map();
    const entries = names(git(root, ['ls-tree', '-r', '-z', 'HEAD'])).map((line) => line.split('\t'));
    return texts(
        root,
        entries.map(([head, file]) => [head.split(' ')[2], file] as const).filter(([, file]) => wanted(file))
    );
}

function hasCommit(root: string): boolean {
    try {
        git(root, ['rev-parse', '--verify', '--quiet', 'HEAD']);
        return true;
    } catch {
        return false;
    }
}

function names(output: Buffer): string[] {
    return output.toString('utf8').split('\0').filter(Boolean);
}

/** `git cat-file --batch` answers `id type size`, the content and a line feed for each id that it is given. */
function texts(root: string, entries: readonly (readonly [id: string, file: string])[]): Map<string, string> {
    const output = git(root, ['cat-file', '--batch'], entries.map(([id]) => `${id}\n`).join(''));
    const found = new Map<string, string>();
    let position = 0;
    for (const [, file] of entries) {
        const start = output.indexOf(10, position) + 1;
        const size = Number(output.toString('latin1', position, start).trim().split(' ')[2]);
        found.set(file, output.toString('utf8', start, start + size));
        position = start + size + 1;
    }
    return found;
}

function git(root: string, parameters: readonly string[], input?: string): Buffer {
    return execFileSync('git', parameters, { cwd: root, input, maxBuffer: LARGE, stdio: ['pipe', 'pipe', 'ignore'] });
}
