import { LightningElement, api } from 'lwc';
import AppLauncherModal from 'shell/appLauncherModal';
import { navigate } from 'lib/router';

/** The waffle: opens the list of apps and items. */
export default class AppLauncher extends LightningElement {
    @api appLabel = '';

    async handleOpen(): Promise<void> {
        const url = await AppLauncherModal.open({ size: 'medium', label: 'App Launcher' });
        if (url) {
            navigate(url as string);
        }
    }
}
