/** A line of a printed section, with where it is from. */
export interface SheetLine {
    readonly text: string;
    readonly sources: readonly string[];
}

/** Lines under a heading. */
export interface SheetSection {
    readonly heading: string;
    readonly lines: readonly SheetLine[];
}

/** What is printed: a title, how it came to be, and sections or plain text. */
export interface Sheet {
    readonly title: string;
    readonly note: string;
    readonly sections: readonly SheetSection[];
    /** Text whose lines stay as they are. */
    readonly text?: string;
}

/** The sheet as elements. Every text is set as text, so that nothing in it is taken for markup. */
export function sheetElement(sheet: Sheet): HTMLElement {
    const root = element('article', '');
    root.append(element('h1', sheet.title), element('p', sheet.note));
    if (sheet.text) root.append(element('pre', sheet.text));
    root.append(...sheet.sections.map(sectionElement));
    return root;
}

function sectionElement({ heading, lines }: SheetSection): HTMLElement {
    const list = element('ul', '');
    list.append(...lines.map(lineElement));
    const section = element('section', '');
    section.append(element('h2', heading), list);
    return section;
}

function lineElement({ text, sources }: SheetLine): HTMLElement {
    const line = element('li', text);
    if (sources.length > 0) line.append(' ', element('small', `[${sources.join('; ')}]`));
    return line;
}

function element(name: string, text: string): HTMLElement {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
}
