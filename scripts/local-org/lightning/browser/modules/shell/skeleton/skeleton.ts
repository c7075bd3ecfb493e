import { LightningElement, api } from 'lwc';

/** Grey lines in the place of content that is on its way. */
export default class Skeleton extends LightningElement {
    @api lines: number | string = 4;

    get rows(): { key: number; style: string }[] {
        return Array.from({ length: Number(this.lines) }, (_, key) => ({
            key,
            style: `width: ${90 - ((key * 37) % 50)}%`
        }));
    }
}
