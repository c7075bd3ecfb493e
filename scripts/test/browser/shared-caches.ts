import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const CACHE = '.local-org/cache';
/** Built from installed packages alone. */
const VENDOR = path.join(CACHE, 'vendor');
/** Syntax trees of Apex by the content of their sources: what no longer fits is not found. */
const SYNTAX = path.join(CACHE, 'apex-syntax.bin');

/** Lends a copy of the project what earlier runs have built and what can never be out of date. */
export function borrowCaches(project: string, copy: string): void {
    for (const part of [VENDOR, SYNTAX]) {
        const source = path.join(project, part);
        if (existsSync(source)) cpSync(source, path.join(copy, part), { recursive: true });
    }
}

/** Gives the project the Apex that a copy has parsed, when it knows less, so that the next copy need not parse it again. */
export function returnCaches(copy: string, project: string): void {
    const [built, known] = [path.join(copy, SYNTAX), path.join(project, SYNTAX)];
    if (!existsSync(built) || sizeOf(built) <= sizeOf(known)) return;
    mkdirSync(path.dirname(known), { recursive: true });
    const fresh = `${known}.${process.pid}`;
    copyFileSync(built, fresh);
    // In one step, because other processes read the file at any time.
    renameSync(fresh, known);
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);
