import type { FieldSetSchema, RecordTypeSchema, ValidationRuleSchema } from '../data/schema/types.ts';
import type { ObjectFile } from './readers/objects.ts';
import type { FieldMetadata, ListViewMetadata, ObjectMetadata } from './types.ts';

type OfObject<T> = T & { object: string };

/** The pieces that the files of an object give. */
export interface ObjectParts {
    files: ObjectFile[];
    fields: FieldMetadata[];
    validationRules: ValidationRuleSchema[];
    recordTypes: OfObject<RecordTypeSchema>[];
    listViews: ListViewMetadata[];
    fieldSets: OfObject<FieldSetSchema>[];
    compactLayouts: OfObject<ObjectMetadata['compactLayouts'][number]>[];
}

/** Puts the files of each object together; an object may be spread over several package directories. */
export function assembleObjects(parts: ObjectParts): ObjectMetadata[] {
    const everything = [...parts.fields, ...parts.validationRules, ...parts.recordTypes, ...parts.listViews];
    const names = new Set([
        ...parts.files.map((file) => file.name),
        ...[...everything, ...parts.fieldSets, ...parts.compactLayouts].map((part) => part.object)
    ]);
    return [...names].sort().map((name) => assemble(name, parts));
}

function assemble(name: string, parts: ObjectParts): ObjectMetadata {
    const file = parts.files.find((candidate) => candidate.name === name) ?? emptyFile(name);
    const own = <T extends { object: string }>(items: T[]): T[] => items.filter((item) => item.object === name);
    return {
        ...file,
        fields: own(parts.fields),
        validationRules: own(parts.validationRules),
        recordTypes: own(parts.recordTypes),
        listViews: own(parts.listViews),
        fieldSets: own(parts.fieldSets),
        compactLayouts: own(parts.compactLayouts)
    };
}

function emptyFile(name: string): ObjectFile {
    return {
        name,
        file: null,
        enableHistory: false,
        enableFeeds: false,
        enableSearch: false,
        enableActivities: false,
        searchResultsColumns: []
    };
}
