import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { PlatformObject } from '../values/object.ts';
import type { Access } from '../../data/types.ts';

/** System.AccessLevel: whose permissions a query or DML is checked by. */
export class AccessLevelValue extends PlatformObject {
    readonly apexTypeName = 'AccessLevel';
    readonly mode: 'user' | 'system';

    constructor(mode: 'user' | 'system') {
        super();
        this.mode = mode;
    }

    override toString(): string {
        return this.mode === 'user' ? 'USER_MODE' : 'SYSTEM_MODE';
    }
}

export const USER_MODE = new AccessLevelValue('user');
export const SYSTEM_MODE = new AccessLevelValue('system');

definePlatformClass({
    name: 'AccessLevel',
    staticProperties: {
        'AccessLevel USER_MODE': { get: () => USER_MODE },
        'AccessLevel SYSTEM_MODE': { get: () => SYSTEM_MODE }
    },
    methods: {
        'AccessLevel withPermissionSetId(String permissionSetId)': () => {
            throw new NotImplementedError('AccessLevel.withPermissionSetId');
        }
    }
});

/** On whose behalf the running code works; without a level by the sharing of the class that runs. */
export function accessFor(level: AccessLevelValue | null = null): Access {
    const { user, sharing } = context();
    const mode = level?.mode ?? 'system';
    return { userId: user.id, mode, sharing: mode === 'user' || sharing === 'with' };
}
