import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixtureFiles, writeProject, xml } from '../../data/tests/fixture-project.ts';
import { openMetadata } from '../../metadata/index.ts';
import { utilityItems } from '../local/utility-items.ts';

const property = (name: string, value: string, type = '<type>decorator</type>'): string =>
    `<componentInstanceProperties><name>${name}</name>${type}<value>${value}</value></componentInstanceProperties>`;

const bar = xml(
    'FlexiPage',
    `<flexiPageRegions>
        <itemInstances><componentInstance>
            ${property('eager', 'true')}${property('height', '600')}${property('icon', 'call')}
            ${property('label', 'Copilot')}${property('scrollable', 'false')}${property('width', '420')}
            ${property('mode', 'compact', '')}
            <componentName>repPanel</componentName><identifier>repPanel</identifier>
        </componentInstance></itemInstances>
        <itemInstances><componentInstance><componentName>plain</componentName></componentInstance></itemInstances>
        <name>utilityItems</name><type>Region</type>
    </flexiPageRegions>
    <masterLabel>Bar</masterLabel><template><name>one:utilityBarTemplateDesktop</name></template>
    <type>UtilityBar</type>`
);

describe('items of a utility bar', () => {
    const project = writeProject(
        fixtureFiles({
            'force-app/main/flexipages/Bar.flexipage-meta.xml': bar,
            'force-app/main/lwc/plain/plain.js-meta.xml': xml(
                'LightningComponentBundle',
                '<apiVersion>67.0</apiVersion><masterLabel>Plain panel</masterLabel>'
            )
        })
    );
    const metadata = openMetadata(project);

    test('take label, icon and size from the page, and its other properties to the component', () => {
        const [item] = utilityItems(metadata, 'Bar');
        const { label, icon, width, height, isScrollable, isEager } = item;
        assert.deepEqual(
            [label, icon, width, height, isScrollable, isEager],
            ['Copilot', 'utility:call', 420, 600, false, true]
        );
        assert.deepEqual(item.item.componentInstance?.componentInstanceProperties, [
            { name: 'mode', value: 'compact' }
        ]);
    });

    test('are called after their component and start when opened, where the page says nothing', () => {
        const { label, isEager, width } = utilityItems(metadata, 'Bar')[1];
        assert.deepEqual([label, isEager, width], ['Plain panel', false, 340]);
    });

    test('are none without a bar', () => {
        assert.deepEqual(utilityItems(metadata, undefined), []);
        assert.deepEqual(utilityItems(metadata, 'Nowhere'), []);
    });
});
