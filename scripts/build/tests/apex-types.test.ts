import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { apexDeclarations } from '../apex-types.ts';
import { readApexSurface } from '../apex-surface.ts';
import { typeScriptType } from '../apex-type-names.ts';

const CONTROLLER = `
public with sharing class QuoteController {
    public class Line {
        @AuraEnabled public String label { get; set; }
        @AuraEnabled public Decimal price;
        @AuraEnabled public List<Line> parts;
        public String secret;
    }

    @AuraEnabled(cacheable=true)
    public static List<Line> lines(Id quoteId, Map<String, Integer> limits) { return null; }

    /**
     * @return {@link Line} when the model has answered
     */
    @AuraEnabled(continuation=true)
    public static Object ask(Id quoteId) { return null; }

    public static void internal() {}
}`;

describe('the types of the Apex that components import', () => {
    let root: string;
    before(() => {
        root = mkdtempSync(path.join(tmpdir(), 'apex-types-'));
        mkdirSync(path.join(root, 'app'));
        writeFileSync(path.join(root, 'sfdx-project.json'), JSON.stringify({ packageDirectories: [{ path: 'app' }] }));
        writeFileSync(path.join(root, 'app/QuoteController.cls'), CONTROLLER);
    });
    after(() => rmSync(root, { recursive: true }));

    test('name each visible method with its parameters and result', () => {
        const text = apexDeclarations(root);
        assert.match(text, /declare module '@salesforce\/apex\/QuoteController\.lines'/);
        assert.match(
            text,
            /quoteId: string \| null \| undefined; limits: Readonly<Record<string, number>> \| null \| undefined/
        );
        assert.match(text, /readonly ApexTypes\.QuoteController_Line\[\]>/);
        assert.doesNotMatch(text, /internal/);
    });

    test('take the result of a continuation from its documentation', () => {
        const text = apexDeclarations(root);
        assert.match(text, /'@salesforce\/apexContinuation\/QuoteController\.ask'/);
        assert.match(text, /ApexMethod<\{ quoteId: string \| null \| undefined \}, ApexTypes\.QuoteController_Line>/);
    });

    test('leave out what components cannot see', () => {
        const text = apexDeclarations(root);
        assert.match(text, /readonly price\?: number \| null;/);
        assert.doesNotMatch(text, /secret/);
    });
});

describe('an Apex type in TypeScript', () => {
    const known = new Set(['Outer', 'Outer.Inner']);
    const cases: readonly [apex: string, typeScript: string][] = [
        ['Datetime', 'string'],
        ['decimal', 'number'],
        ['Account', 'Readonly<Record<string, unknown>>'],
        ['Inner', 'ApexTypes.Outer_Inner'],
        ['Inner[]', 'readonly ApexTypes.Outer_Inner[]'],
        ['List<List<String>>', 'readonly (readonly string[])[]']
    ];
    for (const [apex, typeScript] of cases) {
        test(`${apex} is ${typeScript}`, () => assert.equal(typeScriptType(apex, 'Outer', known), typeScript));
    }
});

test('a class that does not parse is named', () => {
    assert.throws(() => readApexSurface('public class Broken { void x( }', 'Broken.cls'), /Broken\.cls/);
});
