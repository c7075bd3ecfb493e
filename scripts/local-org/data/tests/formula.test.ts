import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { describe, test } from 'node:test';
import { ApexDate } from '../../platform/values/index.ts';
import { evaluateFormula } from '../formula/evaluate.ts';
import { FormulaSyntaxError, formulaReferences, parseFormula } from '../formula/parser.ts';
import { fromApex, text } from '../formula/values.ts';
import type { FormulaValue } from '../formula/values.ts';

const VALUES: Record<string, unknown> = {
    Amount: 12.5 as unknown,
    Name: 'Pump',
    Empty: null,
    Day: new ApexDate(2026, 1, 31),
    Tags: 'Hot;Loud'
};

function evaluate(source: string, prior: Record<string, unknown> | null = null): FormulaValue {
    return evaluateFormula(parseFormula(source), {
        now: DateTime.fromISO('2026-05-13T08:00', { zone: 'America/New_York' }),
        isNew: prior === null,
        blankAsZero: false,
        isNumber: () => false,
        value: ([name]) => fromApex(VALUES[name] === 12.5 ? 12.5 : VALUES[name]),
        prior: ([name]) => fromApex(prior?.[name])
    });
}

describe('formulas', () => {
    const results: [string, string][] = [
        ['1 + 2 * 3 ^ 2', '19'],
        ['(0.1 + 0.2) = 0.3', 'true'],
        ['IF(Amount > 10, "big", "small") & "!"', 'big!'],
        ['CASE(Name, "Pump", 1, "Valve", 2, 0)', '1'],
        ['AND(NOT(ISBLANK(Name)), ISBLANK(Empty))', 'true'],
        ['BLANKVALUE(Empty, "none")', 'none'],
        ['LEN(TRIM("  ab ")) + FIND("b", "abc")', '4'],
        ['SUBSTITUTE(UPPER(Name), "P", "J")', 'JUMJ'],
        ['BEGINS(Name, "Pu") && CONTAINS(Name, "ump")', 'true'],
        ['REGEX("AB-12", "[A-Z]{2}-\\\\d+")', 'true'],
        ['ADDMONTHS(Day, 1)', '2026-02-28'],
        ['Day + 1', '2026-02-01'],
        ['TODAY() - Day', '102'],
        ['YEAR(TODAY()) * 100 + MONTH(TODAY())', '202605'],
        ['ROUND(2.345, 2) & " " & TEXT(MOD(7, 3))', '2.35 1'],
        ['INCLUDES(Tags, "Loud") /* a comment */', 'true'],
        ['Amount <> 12.5 || Name == "Pump"', 'true'],
        ['ISNUMBER("1,5")', 'false']
    ];
    for (const [source, expected] of results) {
        test(source, () => assert.equal(text(evaluate(source)), expected));
    }

    test('ISCHANGED and PRIORVALUE look at the record before', () => {
        assert.equal(evaluate('ISCHANGED(Name)', { Name: 'Valve' }), true);
        assert.equal(evaluate('PRIORVALUE(Name)', { Name: 'Valve' }), 'Valve');
        assert.equal(evaluate('ISCHANGED(Name)'), false);
    });

    test('an unknown function stops with its name, a wrong formula with its place', () => {
        assert.throws(() => evaluate('VLOOKUP(Name)'), /Not implemented in the local org: formula function VLOOKUP/);
        assert.throws(() => parseFormula('IF(1, 2'), FormulaSyntaxError);
        assert.throws(() => parseFormula('1 + * 2'), /Unexpected '\*' at character 5/);
    });

    test('references of a formula, each once', () => {
        assert.deepEqual(formulaReferences(parseFormula('Account__r.Name & Name & name & $User.Id')), [
            ['Account__r', 'Name'],
            ['Name'],
            ['$User', 'Id']
        ]);
    });
});
