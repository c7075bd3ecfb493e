import { ApexException } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { DmlGuard } from '../dml/environment.ts';
import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import type { Query } from '../soql/ast.ts';
import { noSuchColumn, noSuchObject, queryError } from '../soql/errors.ts';
import type { FieldUsage } from '../soql/translation-context.ts';
import type { Access, Permissions } from '../types.ts';
import type { RowSharing } from './sharing.ts';

/** Notes what a query uses and, in user mode, refuses what the user may not see. */
export class QueryGuard implements FieldUsage {
    private readonly permissions: Permissions;
    private readonly userId: string;
    private readonly strict: 'user' | 'enforced' | null;
    private readonly fields = new Map<FieldSchema, ObjectSchema>();
    private readonly objects = new Set<ObjectSchema>();
    private quiet = 0;

    constructor(permissions: Permissions, access: Access, mode: Query['mode']) {
        this.permissions = permissions;
        this.userId = access.userId;
        this.strict =
            mode === 'enforced'
                ? 'enforced'
                : mode === 'user' || (access.mode === 'user' && mode !== 'system')
                  ? 'user'
                  : null;
    }

    use(object: ObjectSchema, field: FieldSchema): void {
        if (this.quiet > 0) return;
        this.objects.add(object);
        this.fields.set(field, object);
    }

    useObject(object: ObjectSchema): void {
        this.objects.add(object);
    }

    quietly<T>(run: () => T): T {
        this.quiet++;
        try {
            return run();
        } finally {
            this.quiet--;
        }
    }

    /** @throws ApexException QueryException as if what is hidden did not exist */
    finish(): void {
        if (!this.strict) return;
        for (const object of this.objects) {
            if (!this.permissions.object(this.userId, object.name).read) throw this.refuse(object, null);
        }
        for (const [field, object] of this.fields) {
            if (!this.permissions.field(this.userId, object.name, field.name).read) throw this.refuse(object, field);
        }
    }

    private refuse(object: ObjectSchema, field: FieldSchema | null): ApexException {
        const secure = 'Insufficient permissions: secure query included inaccessible field';
        const hidden = field ? noSuchColumn(field.name, object.name) : noSuchObject(object.name);
        const error = this.strict === 'enforced' ? queryError(secure) : hidden;
        if (field) error.inaccessibleFields = new Map([[object.name, new Set([field.name])]]);
        return error;
    }
}

/** What user mode and sharing let a user write. */
export class WriteGuard implements DmlGuard {
    private readonly permissions: Permissions;
    private readonly sharing: RowSharing;

    constructor(permissions: Permissions, sharing: RowSharing) {
        this.permissions = permissions;
        this.sharing = sharing;
    }

    checkObject(object: ObjectSchema, operation: 'create' | 'edit' | 'delete' | 'undelete', access: Access): void {
        if (access.mode !== 'user') return;
        const right = operation === 'undelete' ? 'delete' : operation;
        if (this.permissions.object(access.userId, object.name)[right]) return;
        throw new ApexException('SecurityException', `Access to entity '${object.name}' denied`);
    }

    forbiddenFields(object: ObjectSchema, fields: string[], _operation: 'create' | 'edit', access: Access): string[] {
        return fields.filter((name) => !this.permissions.field(access.userId, object.name, name).edit);
    }

    writable(object: ObjectSchema, records: SObjectValue[], operation: 'edit' | 'delete', access: Access): Set<string> {
        const ids = records.map((record) => record.id as string);
        if (!access.sharing && access.mode !== 'user') return new Set(ids);
        return new Set(this.sharing.visible(object, ids, access.userId, operation === 'edit' ? 'edit' : 'full'));
    }
}
