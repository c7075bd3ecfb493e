import type { Implementation } from '../registry.ts';

const testing =
    (pattern: RegExp): Implementation =>
    (self: string) =>
        pattern.test(self);

/** Members of String that say what kind of characters the text has. */
export const kindMethods: Record<string, Implementation> = {
    'Boolean isAllLowerCase()': testing(/^\p{Ll}+$/u),
    'Boolean isAllUpperCase()': testing(/^\p{Lu}+$/u),
    'Boolean isAlpha()': testing(/^\p{L}+$/u),
    'Boolean isAlphaSpace()': testing(/^[\p{L} ]*$/u),
    'Boolean isAlphanumeric()': testing(/^[\p{L}\p{Nd}]+$/u),
    'Boolean isAlphanumericSpace()': testing(/^[\p{L}\p{Nd} ]*$/u),
    'Boolean isAsciiPrintable()': testing(/^[\x20-\x7e]*$/),
    'Boolean isNumeric()': testing(/^\p{Nd}+$/u),
    'Boolean isNumericSpace()': testing(/^[\p{Nd} ]*$/u),
    'Boolean isWhitespace()': testing(/^\s*$/)
};
