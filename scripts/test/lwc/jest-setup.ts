// Component tests see the real words of the custom labels, as a person does, instead of the names of the labels.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { registerSa11yMatcher } from '@sa11y/jest';
import { XMLParser } from 'fast-xml-parser';

interface LabelFile {
    readonly CustomLabels: { readonly labels?: readonly { readonly fullName: string; readonly value: string }[] };
}

const parser = new XMLParser({ isArray: (name) => name === 'labels', parseTagValue: false });
const sources = path.resolve(__dirname, '../../../force-app');

for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.labels-meta.xml')) mockLabels(path.join(sources, name));
}

function mockLabels(file: string): void {
    const { CustomLabels } = parser.parse(readFileSync(file, 'utf8')) as LabelFile;
    for (const { fullName, value } of CustomLabels.labels ?? []) {
        jest.doMock(`@salesforce/label/c.${fullName}`, () => ({ default: value }), { virtual: true });
    }
}

registerSa11yMatcher();

// The DOM of the tests has no layout and cannot read container queries; of what it cannot read it makes a page of noise.
const report = console.error;
console.error = (...details: unknown[]): void => {
    const isStylesheet = String((details[0] as Error | undefined)?.message).startsWith(
        'Could not parse CSS stylesheet'
    );
    if (!isStylesheet) report(...details);
};
