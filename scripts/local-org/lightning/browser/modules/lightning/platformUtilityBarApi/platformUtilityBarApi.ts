/** `lightning/platformUtilityBarApi`: a component of the utility bar opens, closes and changes its utility. */
import { createContextProvider } from 'lwc';
import * as bar from 'lib/utilityBar';

interface UtilityInfo {
    id: string;
    isLoaded: boolean;
    utilityLabel: string;
    utilityIcon: string;
    utilityIconVariant: string | null;
    utilityHighlighted: boolean;
    utilityVisible: boolean;
    utilityPoppedOut: boolean;
    panelHeaderLabel: string;
    panelHeaderIcon: string;
    panelHeaderIconVariant: string | null;
    panelHeight: number;
    panelWidth: number;
}

/** Wire adapter: the id of the utility that holds the component; nothing outside of the utility bar. */
export class EnclosingUtilityId {
    static readonly contextSchema = { utilityId: 'required' } as const;
    private readonly emit: (utilityId: string | undefined) => void;

    constructor(emit: (utilityId: string | undefined) => void) {
        this.emit = emit;
    }

    connect(): void {}

    update(_config: object, context?: { utilityId: string }): void {
        this.emit(context?.utilityId);
    }

    disconnect(): void {}
}

/** Tells the components inside an element which utility holds them. */
export const provideUtilityId = createContextProvider(EnclosingUtilityId);

/** Opens the panel. */
export async function open(utilityId: string, _options?: { autoFocus?: boolean }): Promise<boolean> {
    bar.openUtility(utilityId);
    return true;
}

/** Hides the panel. */
export async function minimize(utilityId: string): Promise<boolean> {
    bar.minimizeUtility(utilityId);
    return true;
}

/** The state of a utility. */
export async function getInfo(utilityId: string): Promise<UtilityInfo> {
    return infoOf(bar.utilityOf(utilityId));
}

/** The states of all utilities of the app. */
export async function getAllUtilityInfo(): Promise<UtilityInfo[]> {
    return bar.allUtilities().map(infoOf);
}

/** Changes label, icon or highlight of the button. */
export async function updateUtility(
    utilityId: string,
    { label, icon, highlighted }: { label?: string; icon?: string; highlighted?: boolean }
): Promise<boolean> {
    bar.changeUtility(utilityId, {
        ...(label !== undefined && { label }),
        ...(icon !== undefined && { icon: iconName(icon) }),
        ...(highlighted !== undefined && { isHighlighted: highlighted })
    });
    return true;
}

/** Changes label, icon or size of the panel. */
export async function updatePanel(
    utilityId: string,
    { label, icon, width, height }: { label?: string; icon?: string; width?: number; height?: number }
): Promise<boolean> {
    bar.changeUtility(utilityId, {
        ...(label !== undefined && { panelLabel: label }),
        ...(icon !== undefined && { panelIcon: iconName(icon) }),
        ...(width !== undefined && { width }),
        ...(height !== undefined && { height })
    });
    return true;
}

/** Calls `listener` whenever somebody clicks the utility's button. */
export async function onUtilityClick(utilityId: string, listener: Parameters<typeof bar.onClick>[1]): Promise<boolean> {
    bar.onClick(utilityId, listener);
    return true;
}

/** Dimming the page behind a utility is left out. */
export function enableModal(): never {
    throw new Error('Not implemented in the local org: enableModal of lightning/platformUtilityBarApi');
}

/** Windows of their own for utilities are left out. */
export function enablePopout(): never {
    throw new Error('Not implemented in the local org: enablePopout of lightning/platformUtilityBarApi');
}

function iconName(icon: string): string {
    return icon.includes(':') ? icon : `utility:${icon}`;
}

function infoOf(utility: bar.Utility): UtilityInfo {
    return {
        id: utility.id,
        isLoaded: utility.isLoaded,
        utilityLabel: utility.label,
        utilityIcon: utility.icon.replace(/^utility:/, ''),
        utilityIconVariant: null,
        utilityHighlighted: utility.isHighlighted,
        utilityVisible: utility.isOpen,
        utilityPoppedOut: false,
        panelHeaderLabel: utility.panelLabel,
        panelHeaderIcon: utility.panelIcon.replace(/^utility:/, ''),
        panelHeaderIconVariant: null,
        panelHeight: utility.height,
        panelWidth: utility.width
    };
}
