import LightningModal from 'lightning/modal';
import { everydayItems, itemUrl } from 'lib/apps';
import { bootstrap } from 'lib/bootstrap';

interface Entry {
    key: string;
    label: string;
    description: string;
    url: string;
    initials: string;
    style: string;
}

/** All apps and their items, filtered while typing. Closes with the address that was chosen. */
export default class AppLauncherModal extends LightningModal {
    private term = '';

    get apps(): Entry[] {
        const apps = bootstrap.apps.map(({ developerName, label, description, headerColor }) => ({
            key: developerName,
            label,
            description,
            url: `/lightning/app/${developerName}`,
            initials: initialsOf(label),
            style: `background: ${headerColor ?? '#0b6e6e'}`
        }));
        return apps.filter(({ label, description }) => this.matches(`${label} ${description}`));
    }

    get items(): { label: string; url: string }[] {
        const all = [...bootstrap.apps.flatMap(({ items }) => items), ...everydayItems()].map((item) => ({
            label: item.label,
            url: itemUrl(item)
        }));
        const unique = [...new Map(all.map((item) => [item.url, item])).values()];
        return unique.filter(({ label }) => this.matches(label)).sort((a, b) => a.label.localeCompare(b.label));
    }

    get hasApps(): boolean {
        return this.apps.length > 0;
    }

    get hasItems(): boolean {
        return this.items.length > 0;
    }

    get hasNothing(): boolean {
        return !this.hasApps && !this.hasItems;
    }

    handleInput(event: CustomEvent<{ value: string }>): void {
        this.term = event.detail.value;
    }

    handlePick(event: Event): void {
        event.preventDefault();
        this.close((event.currentTarget as HTMLElement).dataset.url);
    }

    private matches(text: string): boolean {
        return text.toLowerCase().includes(this.term.trim().toLowerCase());
    }
}

function initialsOf(label: string): string {
    const words = label.split(/\s+/);
    return (words.length > 1 ? words[0]![0]! + words[1]![0]! : label.slice(0, 2)).toUpperCase();
}
