import type { Problem } from '../problem.ts';
import type { Declaration } from '../project/inventory.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, children, textOf, type XmlElement } from '../project/xml.ts';
import { homeOf } from '../project/home.ts';
import type { Check } from './check.ts';

/** Characters of a label and of its translation (Metadata API Developer Guide: CustomLabel, Translations). */
const LONGEST = 1000;

/** What the platform refuses: a text that is too long, or given twice. */
export const checkTranslations: Check = (project) => [
    ...textsOf(project, 'labels', 'fullName', 'value').flatMap(tooLong),
    ...textsOf(project, 'translation', 'name', 'label').flatMap(tooLong),
    ...twice(project)
];

/** A language that is there at all is there in full, and says the same. */
export const checkTranslationUse: Check = (project) => [...untranslated(project), ...different(project)];

interface LabelText {
    file: SourceFile;
    line: number;
    name: string;
    text: string;
}

function textsOf(project: Project, suffix: string, name: string, text: string): LabelText[] {
    const list = (file: SourceFile): XmlElement[] =>
        children(file.xml!, suffix === 'labels' ? 'labels' : 'customLabels');
    return project.metadata(suffix).flatMap((file) =>
        list(file).map((element) => ({
            file,
            line: element.line,
            name: textOf(element, name) ?? '',
            text: textOf(element, text) ?? ''
        }))
    );
}

function tooLong({ file, line, name, text }: LabelText): Problem[] {
    if (text.length <= LONGEST) return [];
    return [file.problem(line, `The text of ${name} has ${text.length} characters, ${LONGEST} at most`, 'Shorten it')];
}

function twice(project: Project): Problem[] {
    const seen = new Set<string>();
    return textsOf(project, 'translation', 'name', 'label').flatMap(({ file, line, name }) => {
        const key = `${file.name} ${name}`.toLowerCase();
        const isKnown = seen.has(key);
        seen.add(key);
        return isKnown ? [file.problem(line, `The label ${name} is translated twice`, 'Remove one of the two')] : [];
    });
}

function untranslated(project: Project): Problem[] {
    const files = project.metadata('translation');
    const languages = [...new Set(files.map(({ name }) => name))];
    const missing = languages.flatMap((language) =>
        missingIn(
            project,
            files.filter(({ name }) => name === language)
        )
    );
    const texts = textsOf(project, 'translation', 'name', 'label');
    const empty = texts.filter(({ text }) => text.trim() === '');
    return [
        ...missing,
        ...empty.map(({ file, line }) => file.problem(line, 'A translation is empty', 'Translate the label'))
    ];
}

/** Labels that no file of a language translates, found in the file that belongs to their package directory. */
function missingIn(project: Project, files: SourceFile[]): Problem[] {
    const known = files.flatMap((file) => atPath(file.xml!, 'customLabels/name').map(({ text }) => text.trim()));
    const translated = new Set(known);
    const fileOf = ({ file }: Declaration): SourceFile =>
        files.find((candidate) => homeOf(project, candidate) === project.packageOf(file)) ?? files[0]!;
    return project.inventory
        .all('label')
        .filter(({ name }) => !translated.has(name))
        .map((label) => fileOf(label).problem(1, `The label ${label.name} has no translation`, 'Translate it'));
}

/** Translations with other placeholders, or with an apostrophe that swallows them when the text is formatted. */
function different(project: Project): Problem[] {
    const originals = new Map(
        textsOf(project, 'labels', 'fullName', 'value').map(({ name, text }) => [name.toLowerCase(), text])
    );
    return textsOf(project, 'translation', 'name', 'label').flatMap(({ file, line, name, text }) => {
        const original = originals.get(name.toLowerCase());
        if (original === undefined) return [];
        const [wanted, found] = [placeholders(original), placeholders(text)];
        if (wanted !== found)
            return [file.problem(line, `${name} has the placeholders ${found}, its label ${wanted}`, 'Use the same')];
        if (wanted === NONE || !text.includes("'")) return [];
        return [file.problem(line, `The apostrophe in ${name} swallows its placeholders`, 'Write ’ instead')];
    });
}

const NONE = 'none';

function placeholders(text: string): string {
    return [...new Set(text.match(/\{\d+\}/g) ?? [])].sort().join(' ') || NONE;
}
