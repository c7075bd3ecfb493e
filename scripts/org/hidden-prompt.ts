import type { ReadStream } from 'node:tty';

/** The part of a terminal that typing comes from. */
export type HiddenInput = Pick<ReadStream, 'setRawMode' | 'on' | 'off' | 'resume' | 'pause' | 'setEncoding'>;

const [ENTER, NEWLINE, INTERRUPT, END, BACKSPACE, DELETE] = ['\r', '\n', '\u0003', '\u0004', '\b', '\u007f'];

/** Asks for a line that is not shown while it is typed. Rejects when the person gives up (Ctrl+C). */
export function askHidden(question: string, input: HiddenInput, write: (text: string) => void): Promise<string> {
    write(question);
    input.setRawMode(true);
    input.setEncoding('utf8');
    input.resume();
    return new Promise((resolve, reject) => {
        let typed = '';
        const finish = (end: () => void): void => {
            input.off('data', read);
            input.setRawMode(false);
            input.pause();
            write('\n');
            end();
        };
        const read = (chunk: string): void => {
            for (const character of chunk) {
                if ([ENTER, NEWLINE, END].includes(character)) return finish(() => resolve(typed));
                if (character === INTERRUPT) return finish(() => reject(new Error('Nothing was changed.')));
                typed = [BACKSPACE, DELETE].includes(character) ? typed.slice(0, -1) : typed + character;
            }
        };
        input.on('data', read);
    });
}
