import { LightningElement, api } from 'lwc';
import { labels } from './labels';

interface Place {
    readonly words: string;
    readonly link: string;
}

const PLACES: Readonly<Record<string, Place>> = {
    SaveDraft: { words: labels.draft, link: labels.openDraft },
    LogTask: { words: labels.task, link: labels.openTask },
    Compose: { words: labels.compose, link: '' }
};

/** Says where an e-mail was kept, with a link to it. The default slot is for taking it back. */
export default class EmailKept extends LightningElement {
    @api action = '';
    @api recordId: string | undefined;

    get place(): Place | undefined {
        return PLACES[this.action];
    }
}
