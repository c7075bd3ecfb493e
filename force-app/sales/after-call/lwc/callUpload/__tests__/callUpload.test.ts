import save from '@salesforce/apex/AfterCallController.save';
import CallUpload from 'c/callUpload';
import {
    find,
    findOptional,
    listen,
    render,
    settle,
    type
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AfterCallController.save', () => ({ default: jest.fn() }), { virtual: true });

const RECORD_ID = '006000000000001AAA';
const saved = save as unknown as jest.Mock;

function upload(): HTMLElement {
    return render('c-call-upload', CallUpload, { recordId: RECORD_ID, canCancel: true });
}

const field = (element: HTMLElement, name: string): ReturnType<typeof find> => find(element, `[data-field="${name}"]`);

async function press(element: HTMLElement, action: string): Promise<void> {
    find(element, `[data-action="${action}"]`).click();
    await settle();
}

async function choose(element: HTMLElement, name: string, content: string): Promise<void> {
    const files = [new File([content], name)];
    field(element, 'file').dispatchEvent(new CustomEvent('change', { detail: { files } }));
    await settle();
    await settle();
}

/** Base components are stubs in tests; what is told to the field is watched. */
function watch(element: HTMLElement): jest.Mock {
    const told = jest.fn();
    Object.assign(field(element, 'text'), { setCustomValidity: told, reportValidity: () => true });
    return told;
}

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
    jest.resetAllMocks();
});

describe('c-call-upload', () => {
    it('saves what was pasted with the record, and tells what became of it', async () => {
        saved.mockResolvedValue({ transcriptId: 'a05000000000001AAA', isNew: true });
        const element = upload();
        const told = listen(element, 'saved');
        watch(element);
        type(field(element, 'text'), 'Dana: Hi.');
        type(field(element, 'title'), 'First call');
        type(field(element, 'began'), '2026-03-02T09:00:00.000Z');
        await press(element, 'save');
        expect(saved).toHaveBeenCalledWith({
            recordId: RECORD_ID,
            text: 'Dana: Hi.',
            title: 'First call',
            started: '2026-03-02T09:00:00.000Z'
        });
        expect(told).toMatchObject([{ transcriptId: 'a05000000000001AAA' }]);
        expect(window.sessionStorage).toHaveLength(0);
    });

    it('reads a file in the browser and names the call after it', async () => {
        const element = upload();
        const told = watch(element);
        await choose(element, 'Rollout call.vtt', 'WEBVTT\n');
        expect(told).not.toHaveBeenCalled();
        expect(field(element, 'text').value).toBe('WEBVTT\n');
        expect(field(element, 'title').value).toBe('Rollout call');
        expect(find(element, '[data-part="file"]').textContent).toContain('Rollout call.vtt');
    });

    it('names the line at the field, shows it, and keeps the text', async () => {
        saved.mockResolvedValue({ line: 2, message: 'Line 2: “00:61:07” is not a time.' });
        const element = upload();
        const told = watch(element);
        type(field(element, 'text'), 'Dana: Hi.\n[00:61:07] Luis: Hello.');
        await press(element, 'save');
        expect(told).toHaveBeenLastCalledWith('Line 2: “00:61:07” is not a time.');
        expect(find(element, '[data-part="line"] code').textContent).toBe('[00:61:07] Luis: Hello.');
        expect(field(element, 'text').value).toContain('Luis: Hello.');
        type(field(element, 'text'), 'Dana: Hi.');
        await settle();
        expect(told).toHaveBeenLastCalledWith('');
        expect(findOptional(element, '[data-part="line"]')).toBeUndefined();
    });

    it('shortens the line that is shown', async () => {
        saved.mockResolvedValue({ line: 1, message: 'Line 1: no.' });
        const element = upload();
        watch(element);
        type(field(element, 'text'), 'x'.repeat(500));
        await press(element, 'save');
        expect(find(element, '[data-part="line"] code').textContent).toHaveLength(161);
    });

    it('says at the field what Apex refuses', async () => {
        saved.mockRejectedValue({ body: { message: 'You cannot read this record.' } });
        const element = upload();
        const told = watch(element);
        type(field(element, 'text'), 'Dana: Hi.');
        await press(element, 'save');
        expect(told).toHaveBeenLastCalledWith('You cannot read this record.');
        expect(findOptional(element, '[data-part="line"]')).toBeUndefined();
    });

    it('does not send what is too long', async () => {
        const element = upload();
        const told = watch(element);
        type(field(element, 'text'), 'x'.repeat(1_000_001));
        await press(element, 'save');
        expect(saved).not.toHaveBeenCalled();
        expect(told.mock.lastCall[0]).toContain('1000001');
    });

    it('keeps the text when the tab is left, and forgets it when the person cancels', async () => {
        const element = upload();
        watch(element);
        type(field(element, 'text'), 'Dana: Hi.');
        element.remove();
        const again = upload();
        watch(again);
        await settle();
        expect(field(again, 'text').value).toBe('Dana: Hi.');
        expect(findOptional(again, '[data-part="restored"]')).toBeDefined();
        const cancelled = listen(again, 'cancel');
        await press(again, 'cancel');
        expect(cancelled).toHaveLength(1);
        expect(window.sessionStorage).toHaveLength(0);
    });

    it('is accessible', async () => {
        const element = upload();
        await settle();
        await expect(element).toBeAccessible();
    });
});
