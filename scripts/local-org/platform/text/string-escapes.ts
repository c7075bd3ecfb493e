import type { Implementation } from '../registry.ts';
import { escapeEntities, HTML3_ENTITIES, HTML4_ENTITIES, unescapeEntities, XML_ENTITIES } from './html-entities.ts';

const CONTROLS: Record<string, string> = { '\b': 'b', '\n': 'n', '\t': 't', '\f': 'f', '\r': 'r' };
const UNESCAPED: Record<string, string> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

/** Members of String that escape and unescape. */
export const escapeMethods: Record<string, Implementation> = {
    'String escapeCsv()': (self: string) => (/[",\n\r]/.test(self) ? `"${self.replaceAll('"', '""')}"` : self),
    'String unescapeCsv()': (self: string) =>
        /^"[\s\S]*"$/.test(self) && /[",\n\r]/.test(self.slice(1, -1)) ? self.slice(1, -1).replaceAll('""', '"') : self,
    'String escapeEcmaScript()': (self: string) => escapeWithBackslash(self, /["'\\/]/),
    'String unescapeEcmaScript()': unescapeBackslash,
    'String escapeJava()': (self: string) => escapeWithBackslash(self, /["\\]/),
    'String unescapeJava()': unescapeBackslash,
    'String escapeUnicode()': (self: string) =>
        Array.from({ length: self.length }, (_, index) => escapeUnit(self[index])).join(''),
    'String unescapeUnicode()': (self: string) =>
        self.replaceAll(/\\u+([0-9a-fA-F]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    'String escapeHtml3()': (self: string) => escapeEntities(self, HTML3_ENTITIES),
    'String unescapeHtml3()': (self: string) => unescapeEntities(self, HTML3_ENTITIES),
    'String escapeHtml4()': (self: string) => escapeEntities(self, HTML4_ENTITIES),
    'String unescapeHtml4()': (self: string) => unescapeEntities(self, HTML4_ENTITIES),
    'String escapeXml()': (self: string) => escapeEntities(self, XML_ENTITIES),
    'String unescapeXml()': (self: string) => unescapeEntities(self, XML_ENTITIES),
    'String stripHtmlTags()': (self: string) => stripHtmlTags(self)
};

function escapeWithBackslash(text: string, special: RegExp): string {
    return Array.from({ length: text.length }, (_, index) => {
        const character = text[index];
        if (CONTROLS[character]) return `\\${CONTROLS[character]}`;
        return special.test(character) ? `\\${character}` : escapeUnit(character);
    }).join('');
}

function escapeUnit(character: string): string {
    const code = character.charCodeAt(0);
    if (code >= 32 && code <= 126) return character;
    return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function unescapeBackslash(text: string): string {
    return text.replaceAll(/\\(?:u+([0-9a-fA-F]{4})|([\s\S]))/g, (_, code, letter) =>
        code ? String.fromCharCode(Number.parseInt(code, 16)) : (UNESCAPED[letter] ?? letter)
    );
}

/** The text of HTML: tags, comments, scripts and styles gone, line breaks kept as the platform keeps them. */
export function stripHtmlTags(html: string): string {
    const withoutHidden = html.replaceAll(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '');
    const withBreaks = withoutHidden.replaceAll(/<br\s*\/?>|<\/p\s*>/gi, '\n');
    return unescapeEntities(withBreaks.replaceAll(/<\/?[a-zA-Z!][^>]*>/g, ''), HTML4_ENTITIES).trim();
}
