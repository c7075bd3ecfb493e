import { emptyWorkspace, type Workspace } from 'lib/workspace';

/** What the browser tab had open in an app before it was loaded anew. */
export function restore(key: string): Workspace {
    try {
        return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Workspace | null) ?? emptyWorkspace;
    } catch {
        return emptyWorkspace;
    }
}

/** Names of the pages that the browser tab had open, by address. */
export function restoreTitles(key: string): Record<string, string> {
    try {
        return (JSON.parse(sessionStorage.getItem(titlesKey(key)) ?? 'null') as Record<string, string> | null) ?? {};
    } catch {
        return {};
    }
}

/** Remembers the names of open pages: a tab that was not shown since the last load has no other way to know its own. */
export function saveTitles(key: string, titles: Record<string, string>): void {
    sessionStorage.setItem(titlesKey(key), JSON.stringify(titles));
}

const titlesKey = (key: string): string => `${key} titles`;

/** Remembers what is open until the browser tab is closed. */
export function save(key: string, workspace: Workspace): void {
    sessionStorage.setItem(key, JSON.stringify(workspace));
}
