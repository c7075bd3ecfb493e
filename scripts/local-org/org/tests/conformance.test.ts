import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { FixtureProject } from './fixture.ts';

const FOLDER = path.join(import.meta.dirname, 'conformance');

function sourcesOf(extension: string): [name: string, source: string][] {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(extension));
    return files.map((name) => [name.replace(extension, ''), readFileSync(path.join(FOLDER, name), 'utf8')]);
}

/** Apex that uses much of the language and the library; every assertion in it holds on the platform. */
test('the conformance classes pass', () => {
    const project = new FixtureProject(Object.fromEntries(sourcesOf('.cls')));
    for (const [name, source] of sourcesOf('.trigger')) project.addTrigger(name, source);
    const failures = project.test().filter((line) => !line.endsWith(': Pass'));
    project.remove();
    assert.deepEqual(failures, []);
});
