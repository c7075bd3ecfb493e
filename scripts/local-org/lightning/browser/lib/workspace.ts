/** Tabs of a console app: a record opened from a list becomes a workspace tab, one opened from a tab its subtab. */
export interface WorkspaceTab {
    url: string;
    subtabs: { url: string }[];
}

/** What a console app has open. Kept for the browser tab, so that a reload loses nothing. */
export interface Workspace {
    tabs: WorkspaceTab[];
    /** Address shown last under each workspace tab. */
    lastShown: Record<string, string>;
}

/** Nothing open. */
export const emptyWorkspace: Workspace = { tabs: [], lastShown: {} };

/** The workspace tab that holds an address, as itself or as a subtab. */
export function tabOf(workspace: Workspace, url: string): WorkspaceTab | undefined {
    return workspace.tabs.find((tab) => tab.url === url || tab.subtabs.some((subtab) => subtab.url === url));
}

/** Shows an address; one that is not open yet opens below the tab of `from`, or as a tab of its own. */
export function open(workspace: Workspace, url: string, from: string | null): Workspace {
    const holder = tabOf(workspace, url);
    const parent = holder ?? (from ? tabOf(workspace, from) : undefined);
    const tabs = holder
        ? workspace.tabs
        : parent
          ? addSubtab(workspace.tabs, parent, url)
          : [...workspace.tabs, newTab(url)];
    return { tabs, lastShown: { ...workspace.lastShown, [parent?.url ?? url]: url } };
}

/** Closes a tab with its subtabs, or one subtab. */
export function close(workspace: Workspace, url: string): Workspace {
    const tabs = workspace.tabs
        .filter((tab) => tab.url !== url)
        .map((tab) => ({ ...tab, subtabs: tab.subtabs.filter((subtab) => subtab.url !== url) }));
    const lastShown = Object.fromEntries(
        Object.entries(workspace.lastShown)
            .filter(([tab]) => tab !== url)
            .map(([tab, shown]) => [tab, shown === url ? tab : shown])
    );
    return { tabs, lastShown };
}

/** Where to go after closing the address that is shown: the tab around it, a neighbour, or null for the list. */
export function afterClosing(workspace: Workspace, url: string): string | null {
    const holder = tabOf(workspace, url);
    if (holder && holder.url !== url) {
        return holder.url;
    }
    const index = workspace.tabs.findIndex((tab) => tab.url === url);
    const neighbour = workspace.tabs[index + 1] ?? workspace.tabs[index - 1];
    return neighbour ? (workspace.lastShown[neighbour.url] ?? neighbour.url) : null;
}

const newTab = (url: string): WorkspaceTab => ({ url, subtabs: [] });

function addSubtab(tabs: WorkspaceTab[], parent: WorkspaceTab, url: string): WorkspaceTab[] {
    return tabs.map((tab) => (tab === parent ? { ...tab, subtabs: [...tab.subtabs, { url }] } : tab));
}
