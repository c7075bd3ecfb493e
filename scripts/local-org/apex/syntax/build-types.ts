import type {
    AnnotationContext,
    CreatedNameContext,
    ModifierContext,
    QualifiedNameContext,
    TypeListContext,
    TypeNameContext,
    TypeRefContext
} from '@apexdevtools/apex-parser';
import type { Annotation, Location, Modifiers, TypeReference } from './ast.ts';
import { refuse } from './refusals.ts';

/** The place where a parse-tree node starts. */
export function locationOf(context: { start: { line: number; column: number } }): Location {
    return { line: context.start.line, column: context.start.column + 1 };
}

/** A type as written. */
export function buildTypeReference(context: TypeRefContext): TypeReference {
    const subscripts = context.arraySubscripts()?.LBRACK_list().length ?? 0;
    return { ...locationOf(context), parts: context.typeName_list().map(buildTypeName), arrayDepth: subscripts };
}

/** The types of a comma-separated list, or none. */
export function buildTypeList(context: TypeListContext | null): TypeReference[] {
    return context?.typeRef_list().map(buildTypeReference) ?? [];
}

/** The type after `new`. */
export function buildCreatedName(context: CreatedNameContext): TypeReference {
    const parts = context.idCreatedNamePair_list().map((pair) => ({
        name: pair.anyId().getText(),
        arguments: buildTypeList(pair.typeList())
    }));
    return { ...locationOf(context), parts, arrayDepth: 0 };
}

/** A dotted name that stands for a type, as in a catch clause. */
export function buildQualifiedType(context: QualifiedNameContext): TypeReference {
    const parts = context.id_list().map((id) => ({ name: id.getText(), arguments: [] }));
    return { ...locationOf(context), parts, arrayDepth: 0 };
}

/** Words and annotations before a declaration. */
export function buildModifiers(contexts: ModifierContext[]): Modifiers {
    const modifiers: Modifiers = { words: new Set(), annotations: [] };
    for (const context of contexts) {
        const annotation = context.annotation();
        if (annotation) modifiers.annotations.push(buildAnnotation(annotation));
        else modifiers.words.add(modifierWord(context));
    }
    return modifiers;
}

function modifierWord(context: ModifierContext): string {
    if (!context.SHARING()) return context.getText().toLowerCase();
    if (context.WITHOUT()) return 'without sharing';
    return context.INHERITED() ? 'inherited sharing' : 'with sharing';
}

function buildAnnotation(context: AnnotationContext): Annotation {
    const values = new Map<string, string | boolean>();
    const single = context.elementValue();
    if (single) values.set('value', annotationValue(single.getText()));
    refuse(context.elementValuePairs()?.COMMA_list?.()[0]);
    for (const pair of context.elementValuePairs()?.elementValuePair_list() ?? []) {
        values.set(pair.id().getText().toLowerCase(), annotationValue(pair.elementValue().getText()));
    }
    return { ...locationOf(context), name: context.id().getText().toLowerCase(), values };
}

function annotationValue(text: string): string | boolean {
    if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
    return text.replace(/^'(.*)'$/s, '$1');
}

function buildTypeName(context: TypeNameContext): TypeReference['parts'][number] {
    if (!context.typeArguments()) refuse(context.LIST() ?? context.SET() ?? context.MAP());
    const name = context.LIST() ? 'List' : context.SET() ? 'Set' : context.MAP() ? 'Map' : context.id().getText();
    return { name, arguments: buildTypeList(context.typeArguments()?.typeList() ?? null) };
}
