import { LightningElement, api } from 'lwc';
import { readActivities, type Activity } from 'lib/activities';
import { watchRecord } from 'lib/records';

/** Tasks and events of a record: what is to come with the next one first, what has been with the latest first. */
export default class ActivityPanel extends LightningElement {
    @api recordId!: string;
    @api objectApiName?: string;

    private activities: Activity[] | null = null;
    problem = '';
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        this.stop = watchRecord(this.recordId, () => this.load());
        void this.load();
    }

    disconnectedCallback(): void {
        this.stop();
    }

    get isLoading(): boolean {
        return !this.activities && !this.problem;
    }

    get groups() {
        const of = (isOpen: boolean): Activity[] => (this.activities ?? []).filter((one) => one.isOpen === isOpen);
        const open = of(true).sort((one, other) => (one.date || '9').localeCompare(other.date || '9'));
        const past = of(false).sort((one, other) => other.date.localeCompare(one.date));
        return [
            { label: 'Upcoming & Overdue', items: open, isEmpty: open.length === 0 },
            { label: 'Past Activity', items: past, isEmpty: past.length === 0 }
        ];
    }

    private async load(): Promise<void> {
        try {
            this.activities = await readActivities(this.recordId);
        } catch (error) {
            this.problem = (error as Error).message;
        }
    }
}
