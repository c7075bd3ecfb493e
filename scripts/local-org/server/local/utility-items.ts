import type { UtilityItem } from '../../lightning/protocol.ts';
import type { MetadataStore, RegionItem } from '../../metadata/types.ts';
import { toItem } from './flexi-page.ts';

/** Size of a panel whose page names none. */
const [WIDTH, HEIGHT] = [340, 480];
const ICON = 'apps';

/**
 * The components of a utility bar (a FlexiPage of type UtilityBar). Its background components come last: the local org
 * has none of them, and the panel of each says so.
 */
export function utilityItems(metadata: MetadataStore, pageName: string | undefined): UtilityItem[] {
    const page = metadata.flexiPages.find(({ name, type }) => name === pageName && type === 'UtilityBar');
    const items = (page?.regions ?? []).flatMap((region) => region.items);
    return items.flatMap((item, index) => (item.kind === 'component' ? [utilityItem(metadata, item, index)] : []));
}

function utilityItem(
    metadata: MetadataStore,
    item: Extract<RegionItem, { kind: 'component' }>,
    index: number
): UtilityItem {
    const { name, decorators } = item.component;
    const bundle = metadata.lwcBundles.find((one) => one.name === name.replace(/^c(:|__)/, ''));
    const { label = bundle?.meta.masterLabel ?? name, icon = ICON, width, height, scrollable, eager } = decorators;
    return {
        id: `utility-${index}`,
        label,
        icon: icon.includes(':') ? icon : `utility:${icon}`,
        width: Number(width) || WIDTH,
        height: Number(height) || HEIGHT,
        isScrollable: scrollable !== 'false',
        isEager: eager === 'true',
        item: toItem(item, index)
    };
}
