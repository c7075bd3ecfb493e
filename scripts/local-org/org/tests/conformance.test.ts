import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { FixtureProject } from './fixture.ts';

const FOLDER = path.join(import.meta.dirname, 'conformance');

/** Apex that uses much of the language and the library; every assertion in it holds on the platform. */
test('the conformance classes pass', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.cls'));
    const sources = files.map((name) => [name.replace('.cls', ''), readFileSync(path.join(FOLDER, name), 'utf8')]);
    const project = new FixtureProject(Object.fromEntries(sources) as Record<string, string>);
    const failures = project.test().filter((line) => !line.endsWith(': Pass'));
    project.remove();
    assert.deepEqual(failures, []);
});
