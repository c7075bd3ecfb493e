import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadStandardObjects } from '../../local-org/data/schema/standard-objects.ts';

/** The names that a query may use on an object, all in lower case. */
export interface ObjectShape {
    readonly name: string;
    readonly fields: Set<string>;
    /** Path to a parent → its object; `*` when it can be several. */
    readonly parents: Map<string, string>;
    /** Name of a subquery → its object. */
    readonly children: Map<string, string>;
}

const FILE = path.join(import.meta.dirname, '../data/standard-objects.json');
const NAMES = path.join(import.meta.dirname, '../data/standard-object-names.json');
const FEATURES = ['Knowledge', 'FieldService'];
const POLYMORPHIC = /^(Name|SObject)$/;

/** An object without fields. */
export function emptyShape(name: string): ObjectShape {
    return { name, fields: new Set(), parents: new Map(), children: new Map() };
}

/**
 * Standard objects by lower-case name. The list in data/ gives, for each object, its fields, `Parent>Object` and
 * `Children>>Object` (API 65); the local org's own definitions add what is newer. No fields: only the name is known, as
 * of those that features bring and that are listed apart.
 */
export function readStandardObjects(): Map<string, ObjectShape> {
    const listed = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>;
    const { names } = JSON.parse(readFileSync(NAMES, 'utf8')) as { names: string };
    const shapes = new Map(names.split(' ').map((name) => [name.toLowerCase(), emptyShape(name)]));
    for (const [name, words] of Object.entries(listed)) shapes.set(name.toLowerCase(), readShape(name, words));
    for (const { object } of loadStandardObjects(FEATURES)) {
        const shape = shapes.get(object.name.toLowerCase()) ?? emptyShape(object.name);
        shapes.set(object.name.toLowerCase(), shape);
        for (const field of object.fields.values()) {
            shape.fields.add(field.name.toLowerCase());
            if (field.relationshipName) addParent(shape, field.relationshipName, field.referenceTo);
        }
    }
    return shapes;
}

function readShape(name: string, words: string): ObjectShape {
    const shape = emptyShape(name);
    for (const word of words.split(' ').filter(Boolean)) {
        const [field, target, child] = word.split('>');
        if (child) shape.children.set(field.toLowerCase(), child);
        else if (target) shape.parents.set(field.toLowerCase(), POLYMORPHIC.test(target) ? '*' : target);
        else shape.fields.add(field.toLowerCase());
    }
    return shape;
}

function addParent(shape: ObjectShape, path: string, targets: readonly string[]): void {
    const key = path.toLowerCase();
    if (!shape.parents.has(key)) shape.parents.set(key, targets.length === 1 ? targets[0] : '*');
}
