import type { TestResult } from './runner.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Test results as a JUnit XML document, one suite for each class. Times are in seconds. */
export function junitReport(results: TestResult[]): string {
    const byClass = new Map<string, TestResult[]>();
    for (const result of results) byClass.set(result.className, [...(byClass.get(result.className) ?? []), result]);
    const suites = [...byClass].map(([name, cases]) => suite(name, cases));
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites ${totals(results)}>`,
        ...suites,
        '</testsuites>',
        ''
    ].join('\n');
}

function suite(name: string, cases: TestResult[]): string {
    const body = cases.map(testCase).join('\n');
    return `  <testsuite name="${escapeXml(name)}" ${totals(cases)}>\n${body}\n  </testsuite>`;
}

function totals(cases: TestResult[]): string {
    const failures = cases.filter(({ outcome }) => outcome === 'Fail').length;
    const skipped = cases.filter(({ outcome }) => outcome === 'Skip').length;
    const time = seconds(cases.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
    return `tests="${cases.length}" failures="${failures}" skipped="${skipped}" time="${time}"`;
}

function testCase(result: TestResult): string {
    const names = `classname="${escapeXml(result.className)}" name="${escapeXml(result.methodName)}"`;
    const open = `    <testcase ${names} time="${seconds(result.milliseconds)}"`;
    if (result.outcome === 'Pass') return `${open}/>`;
    if (result.outcome === 'Skip') return `${open}><skipped/></testcase>`;
    const message = escapeXml(result.message ?? '');
    return `${open}>\n      <failure message="${message}">${escapeXml(result.stackTrace ?? '')}</failure>\n    </testcase>`;
}

function seconds(milliseconds: number): string {
    return (milliseconds / 1000).toFixed(3);
}

function escapeXml(text: string): string {
    return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}
