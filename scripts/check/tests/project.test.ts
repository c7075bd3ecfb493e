import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { queriesOf } from '../project/queries.ts';
import { SourceFile } from '../project/source-file.ts';
import { parseXml, XmlError } from '../project/xml.ts';
import { distance, nearest } from '../schema/near.ts';

describe('metadata XML', () => {
    test('elements carry their line, attributes and decoded text', () => {
        const root = parseXml(
            '<?xml version="1.0"?>\n<A x="1">\n    <!-- two\n    lines -->\n    <b>a &amp; &#98;</b>\n</A>'
        );
        assert.equal(root.attributes.x, '1');
        assert.equal(root.children[0].line, 5);
        assert.equal(root.children[0].text, 'a & b');
    });

    test('CDATA is text, an empty element has none', () => {
        const root = parseXml('<A><b><![CDATA[<c>]]></b><d /></A>');
        assert.deepEqual(
            root.children.map(({ text }) => text),
            ['<c>', '']
        );
    });

    test('what is not well formed stops with the line', () => {
        assert.throws(
            () => parseXml('<A>\n<b>\n</A>'),
            (error) => error instanceof XmlError && error.line > 1
        );
    });
});

describe('files', () => {
    test('a metadata file is named after what stands before its suffix, decoded', () => {
        const file = new SourceFile('p/layouts/Case-Two%2C Words.layout-meta.xml', '<Layout/>');
        assert.deepEqual([file.name, file.suffix], ['Case-Two, Words', 'layout']);
    });

    test('the object and the component of a file come from its folders', () => {
        assert.equal(new SourceFile('p/objects/Case/fields/A__c.field-meta.xml', '').object, 'Case');
        assert.equal(new SourceFile('p/lwc/panel/panel.ts', '').bundle, 'panel');
    });
});

describe('queries of a class', () => {
    const file = new SourceFile(
        'p/classes/A.cls',
        `class A {
            void run(String name) {
                List<Case> all = [SELECT Id, (SELECT Id FROM CaseComments) FROM Case];
                String fixed = 'SELECT Id, ' + 'Subject FROM Case ORDER BY ' + name;
                String open = 'SELECT ' + name + ' FROM Case';
                String prose = 'Select a case from the list';
            }
        }`
    );

    test('embedded ones and those that strings spell out are found, others not', () => {
        const found = queriesOf(file).map(({ level, line, dynamic }) => [level.from, line, dynamic]);
        assert.deepEqual(found, [
            ['Case', 3, false],
            ['Case', 4, true]
        ]);
    });

    test('a subquery is a level of its own', () => {
        assert.deepEqual(
            queriesOf(file)[0].level.inner.map(({ from, isRelationship }) => [from, isRelationship]),
            [['CaseComments', true]]
        );
    });
});

describe('names that were probably meant', () => {
    test('differ by at most two letters or by case', () => {
        assert.deepEqual(nearest('Sujbect', ['Subject', 'Status', 'sujbect']), ['Subject', 'sujbect']);
    });

    test('the distance counts letters', () => {
        assert.equal(distance('Case', 'Caze'), 1);
        assert.equal(distance('Case', 'Cases'), 1);
        assert.equal(distance('Case', 'Opportunity'), 3);
    });
});
