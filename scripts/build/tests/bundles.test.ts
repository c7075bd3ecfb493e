import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { findBundles } from '../bundles.ts';
import { compileBundles } from '../compile-bundles.ts';

let root: string;

function write(file: string, text: string): void {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
}

beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'bundles-'));
    write('sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'core' }, { path: 'service' }] }));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the bundles', () => {
    test('are found in every feature folder of every package directory', () => {
        write('core/panel/lwc/aiPanel/aiPanel.ts', '');
        write('service/case/lwc/casePanel/casePanel.js', '');
        assert.deepEqual(
            findBundles(root).map(({ name, main }) => [name, main !== undefined]),
            [
                ['aiPanel', true],
                ['casePanel', false]
            ]
        );
    });

    test('may not share a name', () => {
        write('core/a/lwc/panel/panel.ts', '');
        write('service/b/lwc/panel/panel.ts', '');
        assert.throws(() => findBundles(root), /Two components are named panel/);
    });

    test('compile beside their sources, decorators kept, types gone', () => {
        write(
            'core/a/lwc/panel/panel.ts',
            "import { api } from 'lwc';\nexport default class X { @api name: string | undefined; }\n"
        );
        assert.equal(compileBundles(findBundles(root)), 1);
        const compiled = readFileSync(path.join(root, 'core/a/lwc/panel/panel.js'), 'utf8');
        assert.match(compiled, /@api\s+name/);
        assert.doesNotMatch(compiled, /undefined/);
    });

    test('with a syntax error are named with their line and leave no .js', () => {
        write('core/a/lwc/panel/panel.ts', 'const a = 1;\nexport default class {{\n');
        assert.throws(() => compileBundles(findBundles(root)), /panel\.ts:2/);
        assert.equal(existsSync(path.join(root, 'core/a/lwc/panel/panel.js')), false);
    });
});
