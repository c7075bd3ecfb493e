import type { EmittedClass } from './classes.ts';

/** Static state that was put aside. */
export type SuspendedStatics = [EmittedClass, object][];

/** The static variables of the running transaction. Each transaction starts without any. */
export class Statics {
    private initialized: EmittedClass[] = [];

    /** Runs the static initialisers of a class, in textual order, and returns its state. */
    initialize(emitted: EmittedClass): object {
        const state = {};
        emitted.$st = state;
        this.initialized.push(emitted);
        try {
            emitted.clinit$(state);
        } catch (error) {
            emitted.$st = null;
            throw error;
        }
        return state;
    }

    /** Puts all state aside, so that the next use of a class initialises it again. */
    suspend(): SuspendedStatics {
        const saved = this.initialized.map((emitted): [EmittedClass, object] => [emitted, emitted.$st!]);
        for (const [emitted] of saved) emitted.$st = null;
        this.initialized = [];
        return saved;
    }

    /** Forgets the current state and puts back what was suspended. */
    restore(saved: SuspendedStatics): void {
        for (const emitted of this.initialized) emitted.$st = null;
        this.initialized = saved.map(([emitted]) => emitted);
        for (const [emitted, state] of saved) emitted.$st = state;
    }
}
