import { ApexException } from '../values/exception.ts';

const RANGES: [name: string, first: number, last: number][] = [
    ['Minute and Second', 0, 59],
    ['Minute and Second', 0, 59],
    ['Hour', 0, 23],
    ['Day of month', 1, 31],
    ['Month', 1, 12],
    ['Day-of-Week', 1, 7]
];

/** The six or seven fields of a cron expression. Throws StringException on one that System.schedule does not take. */
export function cronFields(expression: string | null): string[] {
    const fields = (expression ?? '').trim().split(/\s+/);
    if (fields.length < 6) throw refused('Unexpected end of expression.');
    if (fields.length > 7) throw refused(`Illegal cron expression format (${expression})`);
    if (!/^\d+$/.test(fields[0]) || !/^\d+$/.test(fields[1]))
        throw refused(`Seconds and minutes must be specified as integers: ${expression}`);
    RANGES.forEach(([name, first, last], position) => checkRange(fields[position], name, first, last));
    const [, , , day, , weekday] = fields;
    if ((day === '?') === (weekday === '?'))
        throw refused(
            day === '?'
                ? "'?' can only be specified for Day-of-Month -OR- Day-of-Week."
                : 'Support for specifying both a day-of-week AND a day-of-month parameter is not implemented.'
        );
    return fields;
}

function checkRange(field: string, name: string, first: number, last: number): void {
    const [values] = field.split('/');
    const numbers = (values.match(/\d+/g) ?? []).map(Number);
    if (numbers.some((number) => number < first || number > last) && !field.includes('#'))
        throw refused(`${name} values must be between ${first} and ${last}`);
}

function refused(message: string): ApexException {
    return new ApexException('StringException', message);
}
