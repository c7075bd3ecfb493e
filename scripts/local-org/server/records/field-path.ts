import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';
import type { UserOrg } from './user-org.ts';

/** A path such as `Contact.Account.Name`, followed through the schema. */
export interface FieldPath {
    /** Canonical names, e.g. `Contact.Account.Name`. */
    path: string;
    /** The last field of it. */
    field: FieldSchema;
    /** Whether the user may read every step of it. */
    readable: boolean;
}

/**
 * Follows a path from an object; null when there is no such field. A path may start with the object's own name
 * (`Case.Subject`), as the UI API writes them. Of a polymorphic parent the first object that has the field counts.
 */
export function followPath(userOrg: UserOrg, object: ObjectSchema, path: string): FieldPath | null {
    const steps = path.trim().split('.');
    if (steps.length > 1 && steps[0].toLowerCase() === object.name.toLowerCase()) {
        steps.shift();
    }
    return follow(userOrg, object, steps);
}

function follow(userOrg: UserOrg, object: ObjectSchema, [step, ...rest]: string[]): FieldPath | null {
    if (rest.length === 0) {
        const field = object.field(step);
        return field ? { path: field.name, field, readable: mayRead(userOrg, object, field) } : null;
    }
    const reference = object.relationship(step);
    for (const name of reference?.referenceTo ?? []) {
        const parent = userOrg.org.schema.object(name);
        const end = parent && follow(userOrg, parent, rest);
        if (reference && end) {
            const path = `${reference.relationshipName}.${end.path}`;
            return { path, field: end.field, readable: end.readable && mayRead(userOrg, object, reference) };
        }
    }
    return null;
}

function mayRead(userOrg: UserOrg, object: ObjectSchema, field: FieldSchema): boolean {
    const { permissions } = userOrg.org.data;
    return (
        permissions.object(userOrg.user.id, object.name).read &&
        permissions.field(userOrg.user.id, object.name, field.name).read
    );
}
