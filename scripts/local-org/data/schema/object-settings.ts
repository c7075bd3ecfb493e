import { ConfigError } from '../security/config.ts';
import type { ObjectSetting } from '../security/config.ts';
import type { ObjectDefinition } from './object.ts';
import type { SharingModel } from './types.ts';

/** How a scratch org definition writes an organisation-wide default → how metadata does. */
const SHARING_MODELS: Record<string, SharingModel> = {
    private: 'Private',
    read: 'Read',
    readWrite: 'ReadWrite',
    readWriteTransfer: 'ReadWriteTransfer',
    controlledByParent: 'ControlledByParent'
};

/**
 * Sets the organisation-wide defaults that config/local-org/personas.json names.
 * @throws ConfigError for an object or sharing model that does not exist
 */
export function applyObjectSettings(
    objects: ReadonlyMap<string, ObjectDefinition>,
    settings: Record<string, ObjectSetting>
): void {
    for (const [name, { sharingModel }] of Object.entries(settings)) {
        const object = objects.get(name.charAt(0).toUpperCase() + name.slice(1));
        if (!object)
            throw new ConfigError(`objectSettings names the object '${name}', which the local org does not have`);
        if (sharingModel === undefined) continue;
        const model = SHARING_MODELS[sharingModel];
        if (!model) {
            const known = Object.keys(SHARING_MODELS).join(', ');
            throw new ConfigError(`objectSettings.${name}.sharingModel is '${sharingModel}'; it can be ${known}`);
        }
        object.sharingModel = model;
    }
}
