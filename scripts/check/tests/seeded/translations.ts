import { describe, test } from 'node:test';
import { type Changes, type Expected, expectFound, paths, read, xml } from './plant.ts';

/** A language that nobody has translated yet, in the directories that translate the labels of the others. */
const fileOf = (home: string): string => `force-app/translations/${home}/translations/fi.translation-meta.xml`;
const FILE = fileOf('core');

interface Label {
    /** The package directory that declares it: `core`. */
    readonly home: string;
    readonly name: string;
    readonly text: string;
}

const labels: Label[] = paths(/\.labels-meta\.xml$/).flatMap((file) =>
    [...read(file).matchAll(/<fullName>(\w+)<[\s\S]*?<value>([\s\S]*?)<\/value>/g)].map(([, name, text]) => ({
        home: file.split('/')[1]!,
        name: name!,
        text: text!.replaceAll("'", '’')
    }))
);
const homes = [...new Set(labels.map(({ home }) => home))];
const find = (fits: (label: Label) => boolean): Label => labels.find((label) => label.home === 'core' && fits(label))!;
const plain = find(({ text }) => !text.includes('{'));
const filled = find(({ text }) => text.includes('{0}') && !text.includes('{1}'));
const foreign = labels.find(({ home }) => home === 'service')!;

const element = (name: string, text: string): string =>
    `<customLabels>\n<label>${text}</label>\n<name>${name}</name>\n</customLabels>`;

/** The language in full, with other texts for some labels (null leaves one out) and more elements in core's file. */
function planted(changes: Record<string, string | null> = {}, more = '', inSales = ''): Changes {
    const files = homes.map((home): [string, string] => {
        const own = labels.filter((label) => label.home === home && changes[label.name] !== null);
        const elements = own.map(({ name, text }) => element(name, changes[name] ?? text));
        return [
            fileOf(home),
            xml('Translations', elements.join('\n') + (home === 'core' ? more : home === 'sales' ? inSales : ''))
        ];
    });
    return Object.fromEntries(files);
}

const at = (text: string, what: string): Expected => ({ file: FILE, at: `<customLabels>\n<label>${text}`, what });

describe('translations', () => {
    test('a language that is there in full and says the same is fine', () => expectFound(planted()));

    test('a label without translation', () => {
        const what = `The label ${plain.name} has no translation`;
        expectFound(planted({ [plain.name]: null }), { file: FILE, what });
    });

    test('an empty translation', () => {
        expectFound(planted({ [plain.name]: ' ' }), at(' ', 'A translation is empty'));
    });

    test('a translation without the placeholder of its label, and one with another', () => {
        const wanted = `its label {0}`;
        const lost = at('Ei mitään', `${filled.name} has the placeholders none, ${wanted}`);
        expectFound(planted({ [filled.name]: 'Ei mitään' }), lost);
        const other = at('Ei {1}', `${filled.name} has the placeholders {1}, ${wanted}`);
        expectFound(planted({ [filled.name]: 'Ei {1}' }), other);
    });

    test('an apostrophe that swallows a placeholder', () => {
        const text = `Rock'n'roll {0}`;
        expectFound(planted({ [filled.name]: text }), at(text, `The apostrophe in ${filled.name} swallows`));
    });

    test('a text that is too long', () => {
        const text = 'pitkä'.repeat(240);
        expectFound(planted({ [plain.name]: text }), at(text, `The text of ${plain.name} has 1200 characters`));
    });

    test('a label that is translated twice', () => {
        const again = `\n${element(plain.name, 'Toinen')}`;
        expectFound(planted({}, again), at('Toinen', `The label ${plain.name} is translated twice`));
    });

    test('a label that is not there', () => {
        const unknown = `\n${element('AI_Cansel', 'Peruuta')}`;
        expectFound(planted({}, unknown), {
            file: FILE,
            at: '<name>AI_Cansel',
            what: 'There is no custom label AI_Cansel'
        });
    });

    test('an app and a tab that are not there', () => {
        const named = (kind: string, name: string): string =>
            `<${kind}>\n<label>x</label>\n<name>${name}</name>\n</${kind}>`;
        const file = fileOf('sales');
        const elements = `${named('customApplications', 'Tandem_Sells')}\n${named('customTabs', 'AI_Usages__c')}`;
        expectFound(
            planted({}, '', elements),
            { file, at: '<name>Tandem_Sells', what: 'There is no ' },
            { file, at: '<name>AI_Usages__c', what: 'There is no ' }
        );
    });

    test('a label of another package directory', () => {
        const stray = `\n${element(foreign.name, 'Muualta')}`;
        expectFound(planted({ [foreign.name]: null }, stray), {
            file: FILE,
            at: `<name>${foreign.name}`,
            what: `force-app/core uses ${foreign.name} of force-app/service`
        });
    });
});
