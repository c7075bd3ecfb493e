import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ObjectDefinition } from './object.ts';
import { parseFieldSpec } from './standard-spec.ts';
import type { FieldSpec } from './standard-spec.ts';
import { platformEventFields, systemFields } from './system-fields.ts';
import type { SharingModel } from './types.ts';

/** A file of standard-objects/. */
interface StandardObjectFile {
    name: string;
    label: string;
    plural: string;
    keyPrefix: string;
    nameField: string | null;
    sharing: SharingModel;
    controlledBy?: string;
    /** Users, profiles and the like. */
    setup?: boolean;
    /** A platform event of the platform itself. */
    event?: boolean;
    /** Apex may read it only. */
    readOnly?: boolean;
    createable?: boolean;
    deletable?: boolean;
    search?: boolean;
    feed?: boolean;
    history?: boolean;
    /** The object whose changes the rows hold: who may read that one may read these. */
    historyOf?: string;
    /** Another object whose rows have the same Ids. */
    sharesIdsOf?: string;
    /** Only in an org that has switched this on. */
    feature?: string;
    fields: Record<string, FieldSpec>;
}

export interface StandardObject {
    object: ObjectDefinition;
    history: boolean;
}

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'standard-objects');

/** The standard objects that an org with these features has. */
export function loadStandardObjects(features: string[]): StandardObject[] {
    return readdirSync(FOLDER)
        .filter((name) => name.endsWith('.json'))
        .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as StandardObjectFile)
        .filter((file) => !file.feature || features.includes(file.feature))
        .map((file) => ({ object: defineObject(file), history: file.history === true }));
}

function defineObject(file: StandardObjectFile): ObjectDefinition {
    const writable = !file.readOnly;
    const fields = Object.entries(file.fields).map(([name, spec]) => parseFieldSpec(file.name, name, spec));
    return new ObjectDefinition(
        {
            name: file.name,
            label: file.label,
            labelPlural: file.plural,
            keyPrefix: file.keyPrefix,
            kind: file.event ? 'platformEvent' : file.historyOf ? 'history' : 'standard',
            parentObject: file.historyOf,
            sharesIdsOf: file.sharesIdsOf,
            nameField: file.nameField,
            sharingModel: file.sharing,
            controlledBy: file.controlledBy,
            setup: file.setup === true || file.name === 'User',
            queryable: !file.event,
            createable: writable && file.createable !== false,
            updateable: writable,
            deletable: writable && file.deletable !== false,
            undeletable: writable && !file.setup,
            mergeable: ['Account', 'Contact', 'Lead', 'Case'].includes(file.name),
            searchable: file.search === true,
            feedEnabled: file.feed === true
        },
        [...(file.event ? platformEventFields : systemFields)(file.name), ...fields]
    );
}
