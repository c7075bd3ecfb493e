import { LightningElement } from 'lwc';
import type { AppMenuItem } from '../../../../protocol.ts';
import { chooseApp, currentApp, startPage } from 'lib/apps';
import { bootstrap } from 'lib/bootstrap';
import { onSourceError } from 'lib/liveReload';
import { parseUrl, type PageReference } from 'lib/pageReference';
import { navigate, onNavigate } from 'lib/router';
import { showUtilities } from 'lib/utilityBar';
import { afterClosing, close, open, tabOf, type Workspace } from 'lib/workspace';
import { restore, restoreTitles, save, saveTitles } from 'lib/workspaceStorage';

interface Pane {
    url: string;
    page: PageReference | null;
    isHidden: boolean;
}

/** The whole window: header, navigation, and the pages that are open; a console keeps those it has shown. */
export default class App extends LightningElement {
    private app: AppMenuItem = currentApp();
    private url = '';
    private page: PageReference | null = null;
    private workspace: Workspace = restore(this.storageKey);
    private titles: Record<string, string> = restoreTitles(this.storageKey);
    private shown: string[] = [];
    sourceError: string | null = null;
    private stops: (() => void)[] = [];
    private moved = false;
    private readonly scrollPositions: Record<string, number> = {};

    connectedCallback(): void {
        showUtilities(this.app.utilityItems);
        this.stops = [
            onNavigate((page, url) => this.show(page, url)),
            onSourceError((message) => (this.sourceError = message))
        ];
    }

    disconnectedCallback(): void {
        this.stops.forEach((stop) => stop());
    }

    renderedCallback(): void {
        if (this.moved) {
            this.moved = false;
            this.main.scrollTop = this.scrollPositions[this.url] ?? 0;
            this.main.focus({ preventScroll: true });
        }
    }

    get storageKey(): string {
        return `workspace ${bootstrap.user.id} ${this.app.developerName}`;
    }

    get isConsole(): boolean {
        return this.app.navType === 'Console';
    }

    get appStyle(): string {
        return this.app.headerColor ? `--app-color: ${this.app.headerColor}` : '';
    }

    /** Pages that are in the document: the one shown and, in a console, those shown before and still open. */
    get panes(): Pane[] {
        return this.shown.map((url) => ({ url, page: parseUrl(url), isHidden: url !== this.url }));
    }

    get main(): HTMLElement {
        return this.template!.querySelector<HTMLElement>('main')!;
    }

    handleSkip(event: Event): void {
        event.preventDefault();
        this.main.focus();
    }

    handleTitle(event: CustomEvent<string>): void {
        const { url } = (event.currentTarget as HTMLElement).dataset;
        this.titles = { ...this.titles, [url!]: event.detail };
        saveTitles(this.storageKey, this.titles);
        this.setDocumentTitle();
    }

    handleClose(event: CustomEvent<string>): void {
        const closing = event.detail;
        const tab = tabOf(this.workspace, closing);
        const next = afterClosing(this.workspace, closing);
        const wasShown = this.url === closing || (tab?.url === closing && tabOf(this.workspace, this.url) === tab);
        this.workspace = close(this.workspace, closing);
        save(this.storageKey, this.workspace);
        this.keepOpenPanes();
        if (wasShown) {
            navigate(next ?? startPage(this.app));
        }
    }

    private show(page: PageReference | null, url: string): void {
        if (page?.type === 'standard__app' || url === '/' || /^\/lightning\/?$/.test(url)) {
            this.app = chooseApp(page?.attributes.appTarget);
            showUtilities(this.app.utilityItems);
            this.workspace = restore(this.storageKey);
            this.titles = restoreTitles(this.storageKey);
            navigate(startPage(this.app), { replace: true });
            return;
        }
        const from = this.url;
        this.moved = from !== '' && from !== url;
        if (this.moved) {
            this.scrollPositions[from] = this.main.scrollTop;
        }
        this.page = page;
        this.url = url;
        this.openTab(from);
        this.keepOpenPanes();
        this.setDocumentTitle();
    }

    private openTab(from: string): void {
        if (this.isConsole && this.page?.type.startsWith('standard__record')) {
            this.workspace = open(this.workspace, this.url, from || null);
            save(this.storageKey, this.workspace);
        }
    }

    private keepOpenPanes(): void {
        const kept = this.isConsole ? this.shown.filter((url) => tabOf(this.workspace, url)) : [];
        this.shown = [...new Set([...kept, this.url])];
    }

    private setDocumentTitle(): void {
        document.title = [this.titles[this.url], this.app.label, 'Tandem'].filter(Boolean).join(' | ');
    }
}
