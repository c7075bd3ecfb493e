import type { SharingRuleMetadata, XmlNode } from '../types.ts';
import { elements, text, texts } from '../xml.ts';

/** The sharing rules of an object's file: by criteria and by owner. Territory and guest rules are left out. */
export function readSharingRules(root: XmlNode, object: string): SharingRuleMetadata[] {
    const rules = [...elements(root, 'sharingCriteriaRules'), ...elements(root, 'sharingOwnerRules')];
    return rules.map((node) => ({
        object,
        name: text(node, 'fullName') ?? '',
        accessLevel: text(node, 'accessLevel') ?? 'Read',
        sharedTo: elements(node, 'sharedTo').flatMap(groupsOf),
        sharedFrom: elements(node, 'sharedFrom').flatMap(groupsOf),
        criteria: elements(node, 'criteriaItems').map((item) => ({
            field: text(item, 'field') ?? '',
            operation: text(item, 'operation') ?? 'equals',
            value: text(item, 'value') ?? ''
        })),
        booleanFilter: text(node, 'booleanFilter')
    }));
}

/** Names of groups as the org seeds them: `Role:Sales`, `RoleAndSubordinates:Sales`, `My_Group`, `AllInternalUsers`. */
function groupsOf(node: XmlNode): string[] {
    const below = [...texts(node, 'roleAndSubordinates'), ...texts(node, 'roleAndSubordinatesInternal')];
    return [
        ...texts(node, 'group'),
        ...texts(node, 'queue'),
        ...texts(node, 'role').map((name) => `Role:${name}`),
        ...below.map((name) => `RoleAndSubordinates:${name}`),
        ...(node.children.allInternalUsers ? ['AllInternalUsers'] : [])
    ];
}
