const TOKEN = /\/\/.*|\/\*[\s\S]*?\*\/|'''[ \t]*\r?\n?([\s\S]*?)'''|'(?:[^'\\\n]|\\.)*'/g;

/**
 * Text blocks in three quotes as ordinary literals, which is what the parser knows. Line breaks of the block come after
 * the literal, so that everything stays on its line.
 */
export function withPlainStrings(source: string): string {
    if (!source.includes("'''")) return source;
    return source.replace(TOKEN, (token, block: string | undefined) => {
        if (block === undefined) return token;
        const escaped = block.replace(/\r/g, '').replace(/(\\.)|'/g, (match) => (match === "'" ? "\\'" : match));
        return `'${escaped.replaceAll('\n', '\\n')}'${'\n'.repeat(token.split('\n').length - 1)}`;
    });
}
