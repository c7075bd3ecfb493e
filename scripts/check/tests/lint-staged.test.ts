import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const { default: tasks } = (await import(path.join(ROOT, '.lintstagedrc.mjs'))) as {
    default: Record<string, (files: readonly string[]) => string[]>;
};

function projects(...files: string[]): string[] {
    return tasks['*.ts'](files.map((file) => path.join(ROOT, file))).map((command) => command.split(' -p ')[1]);
}

test('the projects of the staged files are checked, each once', () => {
    assert.deepEqual(projects('scripts/check/index.ts', 'scripts/build/index.ts'), ['scripts/tsconfig.json']);
    assert.deepEqual(projects('force-app/core/panel/lwc/aiPanel/aiPanel.ts'), ['tsconfig.json']);
    const browser = 'scripts/local-org/lightning/browser';
    assert.deepEqual(projects(`${browser}/index.ts`), [`${browser}/tsconfig.json`]);
});

test('files of no project check no types', () => {
    assert.deepEqual(projects('other.ts'), []);
});
