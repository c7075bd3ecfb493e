import { context } from '../context.ts';

/** A number as the running user's locale groups it, with up to three digits after the point. */
export function formatNumber(text: string): string {
    const locale = context().user.locale.replaceAll('_', '-');
    const format = new Intl.NumberFormat(locale, {
        maximumFractionDigits: 3,
        roundingMode: 'halfEven'
    } as Intl.NumberFormatOptions);
    return format.format(text as unknown as number);
}
