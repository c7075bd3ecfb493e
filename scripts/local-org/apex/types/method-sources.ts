import { customMetadataMethods } from '../../platform/custom-data/custom-metadata.ts';
import { customSettingMethods } from '../../platform/custom-data/custom-settings.ts';
import { toPlatformClass } from '../../platform/define.ts';
import { platformClass, type PlatformMethod } from '../../platform/registry.ts';
import type { ObjectSchema } from '../../data/schema/types.ts';
import { PlatformTypeSymbol } from './platform-symbols.ts';
import type { TypeSymbol } from './symbols.ts';
import type { ApexType } from './type.ts';
import type { TypeTable } from './type-table.ts';

/** Static methods that a custom setting or custom metadata type brings along; empty for other objects. */
export function settingsMethods(object: ObjectSchema): Map<string, PlatformMethod[]> {
    if (object.kind === 'customSetting') return customSettingMethods(object);
    return object.kind === 'customMetadata' ? customMetadataMethods(object) : new Map();
}

/** Where the static methods of a type are looked for. */
export function staticMethodsOf(type: ApexType, table: TypeTable): TypeSymbol[] {
    if (type.kind !== 'sobject') return type.symbol ? [type.symbol] : [];
    const object = table.schema.object(type.name);
    if (!object) return [];
    const described = { ...toPlatformClass({ name: object.name }), statics: settingsMethods(object) };
    const namesake = table.platformNamesake(type);
    return [new PlatformTypeSymbol(described, table), ...(namesake ? [namesake] : [])];
}

/** Where instance methods are looked for. The DML methods may be called on any exception. */
export function instanceMethodsOf(type: ApexType, table: TypeTable): TypeSymbol[] {
    const own = type.symbol ? [type.symbol] : [];
    const dml = type.name === 'Exception' ? platformClass('DmlException') : undefined;
    return dml ? [...own, new PlatformTypeSymbol(dml, table)] : own;
}
