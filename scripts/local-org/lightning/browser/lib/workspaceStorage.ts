import { emptyWorkspace, type Workspace } from 'lib/workspace';

/** What the browser tab had open in an app before it was loaded anew. */
export function restore(key: string): Workspace {
    try {
        return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Workspace | null) ?? emptyWorkspace;
    } catch {
        return emptyWorkspace;
    }
}

/** Remembers what is open until the browser tab is closed. */
export function save(key: string, workspace: Workspace): void {
    sessionStorage.setItem(key, JSON.stringify(workspace));
}
