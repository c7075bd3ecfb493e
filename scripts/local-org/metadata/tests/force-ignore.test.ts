import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readForceIgnore } from '../force-ignore.ts';

function ignored(content: string | null, path: string): boolean {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-ignore-'));
    if (content !== null) writeFileSync(join(folder, '.forceignore'), content);
    const result = readForceIgnore(folder)(path);
    rmSync(folder, { recursive: true });
    return result;
}

describe('.forceignore', () => {
    test('nothing is ignored without the file, nor by blank lines and comments', () => {
        assert.equal(ignored(null, 'a/B.cls'), false);
        assert.equal(ignored('\n# *.cls\n', 'a/B.cls'), false);
    });

    test('a name alone counts in every folder, and for what lies below', () => {
        assert.equal(ignored('*.dup', 'force-app/a/X.dup'), true);
        assert.equal(ignored('legacy', 'force-app/legacy/classes/A.cls'), true);
        assert.equal(ignored('legacy', 'force-app/legacyNot/A.cls'), false);
    });

    test('a path counts from the project', () => {
        assert.equal(ignored('force-app/old/', 'force-app/old/A.cls'), true);
        assert.equal(ignored('/force-app/old', 'other/force-app/old/A.cls'), false);
        assert.equal(ignored('force-app/*/A.cls', 'force-app/x/y/A.cls'), false);
    });

    test('two asterisks cross folders, one and a question mark do not', () => {
        assert.equal(ignored('**/__tests__/**', 'force-app/lwc/x/__tests__/y.js'), true);
        assert.equal(ignored('**/jsconfig.json', 'jsconfig.json'), true);
        assert.equal(ignored('A?.cls', 'force-app/AB.cls'), true);
        assert.equal(ignored('A?.cls', 'force-app/A/.cls'), false);
        assert.equal(ignored('[AB].cls', 'x/B.cls'), true);
        assert.equal(ignored('[!AB].cls', 'x/B.cls'), false);
    });

    test('an exclamation mark takes a file in again', () => {
        assert.equal(ignored('*.cls\n!Keep.cls', 'a/Keep.cls'), false);
        assert.equal(ignored('*.cls\n!Keep.cls', 'a/Drop.cls'), true);
    });
});
