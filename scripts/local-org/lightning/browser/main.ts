/** Entry: synthetic shadow must patch the document before the engine is loaded, and the user must be known before components. */
import '@lwc/synthetic-shadow';

async function boot(): Promise<void> {
    const response = await fetch('/local/bootstrap');
    if (!response.ok) {
        throw new Error(`The local org answered ${response.status} ${response.statusText}: ${await response.text()}`);
    }
    globalThis.localOrgBootstrap = await response.json();
    document.documentElement.lang = globalThis.localOrgBootstrap.user.language.replace('_', '-');
    const { start } = await import('./start.ts');
    start();
}

boot().catch((error: unknown) => {
    document.querySelector('#boot')!.textContent = `Tandem could not be loaded. ${(error as Error).message}`;
    throw error;
});
