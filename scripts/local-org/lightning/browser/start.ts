import { createElement } from 'lwc';
import { startLiveReload } from 'lib/liveReload';
import { startRouter } from 'lib/router';
import { startToasts } from 'lib/toasts';
import App from 'shell/app';

/** Puts the shell on the page. */
export function start(): void {
    startRouter();
    startToasts();
    document.querySelector('#boot')?.remove();
    document.body.prepend(createElement('shell-app', { is: App }));
    startLiveReload();
}
