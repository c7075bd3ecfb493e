import { context } from '../context.ts';
import type { FieldPermission, ObjectPermission } from '../../data/types.ts';
import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';

const NOTHING = { read: false, create: false, edit: false, delete: false, viewAll: false, modifyAll: false };

/**
 * Automated Process may save and read everything, but describes answer no to it until a permission set is assigned.
 * Source: Apex Developer Guide, "Enforcing Object and Field Permissions".
 */
function isUnanswered(): boolean {
    const { user, org } = context();
    return user.userType === 'AutomatedProcess' && org.data.permissions.permissionSets(user.id).length === 0;
}

/** What a describe says that the running user may do with an object. */
export function describedObjectRights(object: ObjectSchema): ObjectPermission {
    return isUnanswered() ? NOTHING : context().org.data.permissions.object(context().user.id, object.name);
}

/** What a describe says that the running user may do with a field. */
export function describedFieldRights(object: ObjectSchema, field: FieldSchema): FieldPermission {
    return isUnanswered() ? NOTHING : context().org.data.permissions.field(context().user.id, object.name, field.name);
}
