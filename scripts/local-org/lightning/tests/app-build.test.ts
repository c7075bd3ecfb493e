import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { appDirectory, buildApp } from '../build.ts';
import { describeBuildError } from '../build/errors.ts';
import { lendVendor, temporaryProject, writeInProject } from './temporary-project.ts';

const script = 'lwc/greeting/greeting.ts';
const good = `import { LightningElement, api } from 'lwc';
import save from '@salesforce/label/c.Save';
import read from '@salesforce/apex/Greetings.read';

interface Words {
    text: string;
}

export default class Greeting extends LightningElement {
    @api recordId?: string;
    words: Words = { text: save };
    read = read;
}
`;
const template = '<template>\n    <lightning-button label={words.text}></lightning-button>\n</template>\n';
const labels = '<CustomLabels><labels><fullName>Save</fullName><value>Keep this text</value></labels></CustomLabels>';

describe('buildApp', () => {
    const project = temporaryProject({
        [script]: good,
        'lwc/greeting/greeting.html': template,
        'labels/CustomLabels.labels-meta.xml': labels
    });
    const built = (): string => {
        const directory = appDirectory(project.directory);
        const scripts = readdirSync(directory).filter((name) => name.endsWith('.js'));
        return scripts.map((name) => readFileSync(path.join(directory, name), 'utf8')).join('\n');
    };
    const buildWith = async (content: string) => {
        writeInProject(project.directory, script, content);
        return buildApp(project.directory);
    };

    before(() => lendVendor(project.directory));
    after(() => project.remove());

    test('inlines labels and names the Apex method', async () => {
        const { ok, error, components } = await buildApp(project.directory);
        assert.deepEqual({ ok, error, components }, { ok: true, error: undefined, components: ['greeting'] });
        assert.match(built(), /Keep this text/);
        assert.match(built(), /apexMethod\("Greetings\.read"\)/);
    });

    test('takes a changed label without a change of the component', async () => {
        const changed = labels.replace('Keep this text', 'Another text');
        writeInProject(project.directory, 'labels/CustomLabels.labels-meta.xml', changed);
        await buildApp(project.directory);
        assert.match(built(), /Another text/);
    });

    test('prefers TypeScript over an older compiled script beside it', async () => {
        writeInProject(project.directory, 'lwc/greeting/greeting.js', 'export default "stale compiled script";');
        await buildApp(project.directory);
        assert.doesNotMatch(built(), /stale compiled script/);
    });

    test('reports a syntax error with file and line, and keeps the last good build', async () => {
        const { ok, error } = await buildWith(good.replace('read = read;', 'read = = read;'));
        assert.equal(ok, false);
        assert.equal(error?.file, 'app/lwc/greeting/greeting.ts');
        assert.equal(error?.line, 12);
        assert.match(describeBuildError(error!), /^app\/lwc\/greeting\/greeting\.ts:12:\d+ Expression expected/);
        assert.match(built(), /Greetings\.read/);
    });

    test('reports what the LWC compiler refuses at its line in the TypeScript source', async () => {
        const { error } = await buildWith(good.replace('@api recordId', '@api @track recordId'));
        assert.equal(error?.line, 10);
    });

    test('reports an error in a template', async () => {
        writeInProject(project.directory, 'lwc/greeting/greeting.html', '<template>\n    <p></div>\n</template>\n');
        const { error } = await buildWith(good);
        assert.deepEqual([error?.file, error?.line], ['app/lwc/greeting/greeting.html', 2]);
        writeInProject(project.directory, 'lwc/greeting/greeting.html', template);
    });

    for (const [module, message] of [
        ['lightning/flowBuilder', /Not implemented in the local org: module lightning\/flowBuilder/],
        ['c/absent', /The project has no component c\/absent/],
        ['@salesforce/label/c.Absent', /The project has no custom label c\.Absent/],
        ['@salesforce/resourceUrl/absent', /The project has no static resource absent/],
        ['@salesforce/messageChannel/Absent__c', /The project has no message channel Absent__c/]
    ] as const) {
        test(`names ${module} when it is absent`, async () => {
            const { ok, error } = await buildWith(`import absent from '${module}';\nconsole.log(absent);\n${good}`);
            assert.equal(ok, false);
            assert.match(error!.message, message);
        });
    }

    test('recovers as soon as the component is mended', async () => {
        assert.equal((await buildWith(good)).ok, true);
    });
});
