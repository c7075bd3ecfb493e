import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { afterClosing, close, emptyWorkspace, open, tabOf } from '../browser/lib/workspace.ts';

const list = '/lightning/o/Case/list';
const urls = (workspace: typeof emptyWorkspace): string[] => workspace.tabs.map(({ url }) => url);

describe('workspace of a console', () => {
    test('opens a record from a list as a tab of its own', () => {
        const workspace = open(open(emptyWorkspace, 'a', list), 'b', list);
        assert.deepEqual(urls(workspace), ['a', 'b']);
    });

    test('opens a record from a tab as its subtab', () => {
        const workspace = open(open(emptyWorkspace, 'a', list), 'contact', 'a');
        assert.deepEqual(workspace.tabs, [{ url: 'a', subtabs: [{ url: 'contact' }] }]);
        assert.equal(workspace.lastShown.a, 'contact');
    });

    test('shows what is open already instead of opening it twice', () => {
        const workspace = open(open(open(emptyWorkspace, 'a', list), 'b', list), 'a', 'b');
        assert.deepEqual(workspace.tabs, [
            { url: 'a', subtabs: [] },
            { url: 'b', subtabs: [] }
        ]);
    });

    test('closes a tab with its subtabs, and goes to its neighbour', () => {
        const workspace = open(open(open(emptyWorkspace, 'a', list), 'contact', 'a'), 'b', list);
        assert.equal(afterClosing(workspace, 'a'), 'b');
        assert.equal(tabOf(close(workspace, 'a'), 'contact'), undefined);
    });

    test('goes back to the tab around a closed subtab, and to the list after the last tab', () => {
        const workspace = open(open(emptyWorkspace, 'a', list), 'contact', 'a');
        assert.equal(afterClosing(workspace, 'contact'), 'a');
        assert.equal(close(workspace, 'contact').lastShown.a, 'a');
        assert.equal(afterClosing(close(workspace, 'contact'), 'a'), null);
    });
});
