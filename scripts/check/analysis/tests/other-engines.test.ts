import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { flowScanner } from '../flow-scanner.ts';
import { mobileOffline } from '../mobile-offline.ts';
import { retireJs } from '../retire-js.ts';
import { sldsLinter } from '../slds.ts';
import { findIn, places, xml } from './plant.ts';

const FLOW = 'app/flows/Planted.flow-meta.xml';
const LOCATION = '<locationX>0</locationX>\n<locationY>0</locationY>';

/** A flow that changes each record of a list by itself; with or without a way for failures. */
function flow(fault: string): string {
    return xml(
        'Flow',
        `<apiVersion>67.0</apiVersion>\n<description>Closes cases.</description>\n<label>Planted</label>\n` +
            `<loops>\n<name>Each</name>\n<label>Each</label>\n${LOCATION}\n<collectionReference>cases</collectionReference>\n` +
            '<nextValueConnector>\n<targetReference>Close</targetReference>\n</nextValueConnector>\n</loops>\n' +
            '<processType>AutoLaunchedFlow</processType>\n' +
            `<recordUpdates>\n<name>Close</name>\n<label>Close</label>\n${LOCATION}\n<connector>\n<targetReference>Each</targetReference>\n</connector>\n${fault}<inputReference>Each</inputReference>\n</recordUpdates>\n` +
            `<start>\n${LOCATION}\n<connector>\n<targetReference>Each</targetReference>\n</connector>\n</start>\n<status>Active</status>\n` +
            '<variables>\n<name>cases</name>\n<dataType>SObject</dataType>\n<isCollection>true</isCollection>\n<isInput>true</isInput>\n<isOutput>false</isOutput>\n<objectType>Case</objectType>\n</variables>'
    );
}

describe('the Flow scanner', () => {
    test('a change in a loop, and no way for failures', async () => {
        const text = flow('');
        const line = text.slice(0, text.indexOf('<name>Close<')).split('\n').length;
        const found = places(await findIn(flowScanner, { [FLOW]: text }));
        assert.ok(found.includes(`${FLOW}:${line} DMLStatementInLoop`), found.join('\n'));
        assert.ok(found.includes(`${FLOW}:${line} MissingFaultPath`), found.join('\n'));
    });

    test('a way for failures is not missed where it is', async () => {
        const fault = '<faultConnector>\n<targetReference>Each</targetReference>\n</faultConnector>\n';
        const rules = (await findIn(flowScanner, { [FLOW]: flow(fault) })).map(({ rule }) => rule);
        assert.ok(rules.includes('DMLStatementInLoop'));
        assert.ok(!rules.includes('MissingFaultPath'));
    });

    test('a file that is no flow stops the analysis', async () => {
        await assert.rejects(findIn(flowScanner, { [FLOW]: '<Flow' }), /Planted\.flow-meta\.xml/);
    });
});

describe('retire-js', () => {
    test('an old library in a static resource', async () => {
        const file = 'app/staticresources/jquery.js';
        const found = await findIn(retireJs, {
            [file]: '/*! jQuery v1.8.1 jquery.com | jquery.org/license */\n',
            'app/staticresources/jquery.resource-meta.xml': xml(
                'StaticResource',
                '<cacheControl>Private</cacheControl>\n<contentType>text/javascript</contentType>'
            )
        });
        assert.ok(found.length > 0);
        assert.deepEqual([...new Set(found.map((one) => one.file))], [file]);
        assert.match(found[0].message, /jquery v1\.8\.1/i);
    });

    test('a library without known weaknesses', async () => {
        const found = await findIn(retireJs, { 'app/staticresources/jquery.js': '/*! jQuery v3.7.1 */\n' });
        assert.deepEqual(found, []);
    });
});

describe('the SLDS linter', () => {
    test('a token of the older design system, and a close button that is not to be seen', async () => {
        const found = places(
            await findIn(sldsLinter, {
                'app/lwc/planted/planted.css': '.planted {\n    color: var(--lwc-colorTextDefault);\n}\n',
                'app/lwc/planted/planted.html': '<template>\n    <div class="slds-button--brand"></div>\n</template>\n'
            })
        );
        assert.deepEqual(found, [
            'app/lwc/planted/planted.css:2 @salesforce-ux/slds/lwc-token-to-slds-hook',
            'app/lwc/planted/planted.html:2 @salesforce-ux/slds/enforce-bem-usage'
        ]);
    });

    test('styles of other files are not its business', async () => {
        const found = await findIn(sldsLinter, { 'app/staticresources/old.css': '.a { color: #ffffff; }\n' });
        assert.deepEqual(found, []);
    });
});

const ACTION = xml(
    'QuickAction',
    '<actionSubtype>ScreenAction</actionSubtype>\n<label>Debrief</label>\n<lightningWebComponent>debrief</lightningWebComponent>\n' +
        '<optionsCreateFeedItem>false</optionsCreateFeedItem>\n<type>LightningWebComponent</type>'
);
const BUNDLE = xml('LightningComponentBundle', '<apiVersion>67.0</apiVersion>\n<isExposed>false</isExposed>');
/** A wire that depends on what only a run can tell. */
const SCRIPT = `import { LightningElement, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';

interface Kept {
    readonly id: string;
}

export default class Debrief extends LightningElement {
    kept: Kept = { id: '' };

    get fields(): string[] {
        const names = ['WorkOrder.Subject'];
        return names;
    }

    @wire(getRecord, { recordId: '$kept.id', fields: '$fields' })
    order: unknown;
}
`;

function bundle(name: string, template: string): Record<string, string> {
    return {
        [`app/lwc/${name}/${name}.ts`]: SCRIPT.replace(
            'class Debrief',
            `class ${name[0].toUpperCase()}${name.slice(1)}`
        ),
        [`app/lwc/${name}/${name}.html`]: template,
        [`app/lwc/${name}/${name}.js-meta.xml`]: BUNDLE
    };
}

describe('the mobile offline analyser', () => {
    const files = bundle('debrief', '<template><c-debrief-part></c-debrief-part></template>\n');

    test('a wire that cannot be foreseen, at its line of the TypeScript', async () => {
        const found = await findIn(mobileOffline, {
            ...files,
            'app/quickActions/WorkOrder.Debrief.quickAction-meta.xml': ACTION
        });
        const getter = found.find(({ rule }) => rule.endsWith('no-getter-contains-more-than-return-statement'));
        assert.deepEqual([getter?.file, getter?.line], ['app/lwc/debrief/debrief.ts', 11]);
    });

    test('the components that it is made of are looked at too', async () => {
        const found = await findIn(mobileOffline, {
            ...files,
            ...bundle('debriefPart', '<template></template>\n'),
            'app/quickActions/WorkOrder.Debrief.quickAction-meta.xml': ACTION
        });
        assert.ok(found.some(({ file }) => file === 'app/lwc/debriefPart/debriefPart.ts'));
    });

    test('components for other places are not its business', async () => {
        const found = await findIn(mobileOffline, {
            ...files,
            'app/quickActions/Case.Debrief.quickAction-meta.xml': ACTION
        });
        assert.deepEqual(found, []);
    });
});
