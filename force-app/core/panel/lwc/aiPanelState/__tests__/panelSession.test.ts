import open from '@salesforce/apex/AIPanelController.open';
import begin from '@salesforce/apex/AIPanelController.begin';
import cancel from '@salesforce/apex/AIPanelController.cancel';
import ask from '@salesforce/apexContinuation/AIPanelController.ask';
import approve from '@salesforce/apex/AIPanelController.approve';
import rate from '@salesforce/apex/AIPanelController.rate';
import { PanelSession, stateNotice } from 'c/aiPanelState';
import type { PanelSnapshot } from 'c/aiPanelState';
import { insight, settle, view } from '../../aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.begin', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.cancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apexContinuation/AIPanelController.ask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.approve', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.rate', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
let snapshots: PanelSnapshot[];
let session: PanelSession;
const latest = (): PanelSnapshot => snapshots.at(-1)!;
const states = (): string[] => snapshots.map(({ state, progress }) => progress?.stage ?? state);

beforeEach(() => {
    snapshots = [];
    session = new PanelSession('Case_Summary', '500', (snapshot) => snapshots.push(snapshot));
    mocked(open).mockResolvedValue({ ...view('ready'), sourceCount: 14 });
    mocked(begin).mockResolvedValue({ traceId: 'trace-1', modelLabel: 'Model One' });
    mocked(cancel).mockResolvedValue(view('ready'));
    mocked(ask).mockResolvedValue(view('done'));
});
afterEach(() => jest.resetAllMocks());

describe('PanelSession', () => {
    it('goes through its stages to the answer', async () => {
        await session.open();
        await session.ask(false);
        expect(states()).toEqual(['ready', 'gathering', 'asking', 'done']);
        expect(snapshots[2]?.progress).toEqual({ stage: 'asking', sourceCount: 14, modelLabel: 'Model One' });
    });

    it('asks no model when cancelled while it begins', async () => {
        await session.open();
        const asking = session.ask(false);
        session.cancel();
        await asking;
        expect(ask).not.toHaveBeenCalled();
        expect(latest().state).toBe('ready');
    });

    it('shows only the latest of two requests', async () => {
        let first: (answer: ApexTypes.AIPanelView) => void = () => undefined;
        mocked(open).mockReturnValueOnce(new Promise((resolve) => (first = resolve)));
        const opening = session.open();
        await session.ask(false);
        first(view('nothing'));
        await opening;
        expect(latest().state).toBe('done');
    });

    describe('while a request waits', () => {
        beforeEach(() => jest.useFakeTimers());
        afterEach(() => jest.useRealTimers());

        it('looks from time to time, seldom at last, until the answer came', async () => {
            mocked(open).mockResolvedValue(view('waiting'));
            await session.open();
            await jest.advanceTimersByTimeAsync(4000 + 8000 + 15_000 + 30_000 + 30_000);
            expect(open).toHaveBeenCalledTimes(6);
            mocked(open).mockResolvedValue(view('done'));
            await jest.advanceTimersByTimeAsync(30_000);
            expect(latest().state).toBe('done');
            await jest.advanceTimersByTimeAsync(600_000);
            expect(open).toHaveBeenCalledTimes(7);
        });

        it('goes on looking after a look that failed', async () => {
            mocked(open).mockResolvedValue(view('waiting'));
            await session.open();
            mocked(open).mockRejectedValueOnce(new Error('no connection'));
            await jest.advanceTimersByTimeAsync(4000);
            expect(latest().state).toBe('waiting');
            mocked(open).mockResolvedValue(view('done'));
            await jest.advanceTimersByTimeAsync(8000);
            expect(latest().state).toBe('done');
        });

        it('does not look while nobody sees the page, nor once closed', async () => {
            mocked(open).mockResolvedValue(view('waiting'));
            await session.open();
            const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
            await jest.advanceTimersByTimeAsync(60_000);
            expect(open).toHaveBeenCalledTimes(1);
            hidden.mockRestore();
            session.close();
            await jest.advanceTimersByTimeAsync(600_000);
            expect(open).toHaveBeenCalledTimes(1);
        });

        it('keeps an earlier answer, and forgets the request when it is cancelled', async () => {
            mocked(open).mockResolvedValue(view('done'));
            await session.open();
            mocked(begin).mockResolvedValue({ traceId: 'trace-1', view: view('waiting') });
            await session.ask(true);
            expect(latest().state).toBe('waiting');
            expect(latest().view?.insight?.id).toBe(view('done').insight?.id);
            expect(ask).not.toHaveBeenCalled();
            mocked(cancel).mockResolvedValue(view('done'));
            await session.cancelWaiting();
            expect(latest().state).toBe('done');
            expect(latest().notice?.what).toBe('The request was cancelled.');
        });

        it('does not call a request cancelled whose answer or failure was quicker', async () => {
            mocked(open).mockResolvedValue({ ...view('waiting'), insight: null });
            await session.open();
            mocked(cancel).mockResolvedValue(view('done'));
            await session.cancelWaiting();
            expect(latest().notice).toBeUndefined();
            mocked(cancel).mockResolvedValue({ ...view('failed'), insight: null });
            await session.cancelWaiting();
            expect(latest().notice?.what).not.toBe('The request was cancelled.');
        });
    });

    it('says nothing more once closed', async () => {
        mocked(open).mockRejectedValue(new Error('too late'));
        const opening = session.open();
        session.close();
        await opening;
        expect(snapshots).toEqual([]);
    });

    it('turns a beginning that fails into a failure that can be tried again', async () => {
        mocked(begin).mockRejectedValueOnce({ body: { message: 'The case is locked.' } });
        await session.open();
        await session.ask(false);
        expect(latest().notice).toMatchObject({ kind: 'failed', what: 'The case is locked.', retryable: true });
        await session.retry();
        expect(latest().state).toBe('done');
    });

    it('shows a failure in words when Apex sent none', async () => {
        mocked(open).mockResolvedValue({ state: 'failed' });
        await session.open();
        expect(stateNotice(latest())?.what).toBe('The request did not complete.');
    });

    it('marks the time while a decision is saved', async () => {
        mocked(open).mockResolvedValue(view('done'));
        mocked(approve).mockResolvedValue(view('applied'));
        await session.open();
        const approving = session.approve('text');
        expect(latest().saving).toBe(true);
        expect(await approving).toBe(true);
        expect([latest().saving, latest().state]).toEqual([false, 'applied']);
    });

    it('does not take a panel turned off while deciding for a saved decision', async () => {
        mocked(open).mockResolvedValue(view('done'));
        mocked(approve).mockResolvedValue(view('off', { message: 'Switched off.', advice: 'Ask your admin.' }));
        await session.open();
        expect(await session.approve('text')).toBe(false);
        expect([latest().state, latest().view?.message]).toEqual(['off', 'Switched off.']);
        expect(latest().view?.insight).toBeTruthy();
    });

    it('says first that AI is off when a request finds it so, and keeps the earlier answer', async () => {
        mocked(open).mockResolvedValue(view('done'));
        mocked(begin).mockResolvedValue({ view: view('off', { message: 'Switched off.', insight: undefined }) });
        await session.open();
        await session.ask(true);
        expect([latest().state, latest().view?.message]).toEqual(['off', 'Switched off.']);
        expect(latest().view?.insight?.id).toBe(view('done').insight?.id);
    });

    it('does not bring a rejected answer back when AI is off', async () => {
        mocked(open).mockResolvedValue(view('rejected', { insight: insight({ status: 'Rejected' }) }));
        mocked(begin).mockResolvedValue({ view: view('off', { insight: undefined }) });
        await session.open();
        await session.ask(true);
        expect([latest().state, latest().view?.insight]).toEqual(['off', undefined]);
    });

    it('keeps the rating as it was when it could not be saved', async () => {
        mocked(open).mockResolvedValue(view('done'));
        mocked(rate).mockRejectedValue({ body: { message: 'Not now.' } });
        await session.open();
        await session.rate('Down');
        await settle();
        expect(latest().view?.insight?.rating).toBeUndefined();
        expect(latest().notice?.what).toBe('Not now.');
    });
});
