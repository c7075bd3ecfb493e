import type { LwcBundleMetadata, XmlNode } from '../types.ts';
import { element, elements, flag, text, texts } from '../xml.ts';

type TargetConfig = LwcBundleMetadata['meta']['targetConfigs'][number];

export function readLwcBundle(root: XmlNode, name: string, dir: string, file: string): LwcBundleMetadata {
    const targets = element(root, 'targets');
    const configs = element(root, 'targetConfigs');
    return {
        name,
        dir,
        meta: {
            apiVersion: text(root, 'apiVersion') ?? '',
            isExposed: flag(root, 'isExposed'),
            masterLabel: text(root, 'masterLabel'),
            description: text(root, 'description'),
            targets: targets ? texts(targets, 'target') : [],
            targetConfigs: configs ? elements(configs, 'targetConfig').map(readTargetConfig) : []
        },
        file
    };
}

function readTargetConfig(node: XmlNode): TargetConfig {
    const objects = element(node, 'objects');
    return {
        targets: (node.attributes.targets ?? '').split(',').map((target) => target.trim()),
        objects: objects ? texts(objects, 'object') : [],
        properties: elements(node, 'property').map((property) => ({
            name: property.attributes.name ?? '',
            type: property.attributes.type ?? 'String',
            label: property.attributes.label,
            default: property.attributes.default,
            required: property.attributes.required === 'true'
        })),
        actionType: text(node, 'actionType')
    };
}
