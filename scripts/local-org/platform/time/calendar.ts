import { ApexDate } from '../values/date.ts';

/** Days in a month, 1 for January. */
export function daysInMonth(year: number, month: number): number {
    return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

export function isLeapYear(year: number): boolean {
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Adds months and stays in the month: 31 January plus one month is the last of February. */
export function addMonths(date: ApexDate, months: number): ApexDate {
    const total = date.year * 12 + date.month - 1 + months;
    const year = Math.floor(total / 12);
    const month = (((total % 12) + 12) % 12) + 1;
    return new ApexDate(year, month, Math.min(date.day, daysInMonth(year, month)));
}
