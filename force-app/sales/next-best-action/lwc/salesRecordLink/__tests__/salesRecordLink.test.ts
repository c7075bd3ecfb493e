import SalesRecordLink from 'c/salesRecordLink';
import { find, render, settle } from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const TASK_ID = '00T000000000001AAA';

afterEach(() => document.body.replaceChildren());

describe('c-sales-record-link', () => {
    it('leads to the page of the record', async () => {
        const element = render('c-sales-record-link', SalesRecordLink, { recordId: TASK_ID, label: 'Open the task' });
        await settle();
        expect(find(element, 'a').getAttribute('href')).toBe('https://www.example.com');
        expect(find(element, 'a').textContent).toBe('Open the task');
    });

    it('opens in the app, unless the person wants a window of its own', async () => {
        const element = render('c-sales-record-link', SalesRecordLink, { recordId: TASK_ID, label: 'Open the task' });
        await settle();
        const taken: boolean[] = [];
        element.addEventListener('click', (event) => {
            taken.push(event.defaultPrevented);
            event.preventDefault();
        });
        for (const ctrlKey of [false, true])
            find(element, 'a').dispatchEvent(
                new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey })
            );
        expect(taken).toEqual([true, false]);
    });

    it('has no address without a record, and one as soon as there is one', async () => {
        const element = render('c-sales-record-link', SalesRecordLink, { label: 'Open the task' });
        await settle();
        expect(find(element, 'a').getAttribute('href')).toBe('#');
        Object.assign(element, { recordId: TASK_ID });
        await settle();
        expect(find(element, 'a').getAttribute('href')).toBe('https://www.example.com');
    });

    it('is accessible', async () => {
        const element = render('c-sales-record-link', SalesRecordLink, { recordId: TASK_ID, label: 'Open the task' });
        await expect(element).toBeAccessible();
    });
});
