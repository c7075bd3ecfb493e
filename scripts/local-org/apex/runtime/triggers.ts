import { context } from '../../platform/context.ts';
import { platformEnumValue } from '../../platform/define.ts';
import { ApexException, ApexList, ApexMap, type SObjectValue } from '../../platform/values/index.ts';
import type { TriggerOperation, TriggerRunner, TriggerTiming } from '../../data/types.ts';
import type { CompiledTrigger } from '../compiler.ts';

const DEEPEST = 16;

/** What Trigger.* says while a trigger runs. */
interface TriggerFrame {
    objectName: string;
    timing: TriggerTiming;
    operation: TriggerOperation;
    newRecords: SObjectValue[] | null;
    oldRecords: SObjectValue[] | null;
}

/** A trigger that can be run. */
export interface LoadedTrigger {
    compiled: CompiledTrigger;
    run(): void;
}

/** Runs the triggers of a program when the data engine says so. */
export class Triggers implements TriggerRunner {
    private readonly frames: TriggerFrame[] = [];
    private readonly triggers: LoadedTrigger[];

    constructor(triggers: LoadedTrigger[]) {
        this.triggers = [...triggers].sort((left, right) => (left.compiled.name < right.compiled.name ? -1 : 1));
    }

    private listening(objectName: string, timing: TriggerTiming, operation: TriggerOperation): LoadedTrigger[] {
        const event = `${timing} ${operation}`;
        return this.triggers.filter(
            ({ compiled }) => compiled.object === objectName && compiled.events.includes(event)
        );
    }

    has(objectName: string, timing: TriggerTiming, operation: TriggerOperation): boolean {
        return this.listening(objectName, timing, operation).length > 0;
    }

    names(objectName: string, timing: TriggerTiming, operation: TriggerOperation): string[] {
        return this.listening(objectName, timing, operation).map(({ compiled }) => compiled.name);
    }

    run(
        objectName: string,
        timing: TriggerTiming,
        operation: TriggerOperation,
        newRecords: SObjectValue[] | null,
        oldRecords: SObjectValue[] | null,
        only?: string
    ): void {
        const listening = this.listening(objectName, timing, operation);
        for (const trigger of listening.filter(({ compiled }) => !only || compiled.name === only)) {
            this.runOne(trigger, { objectName, timing, operation, newRecords, oldRecords });
        }
    }

    private runOne(trigger: LoadedTrigger, frame: TriggerFrame): void {
        const running = context();
        const { sharing } = running;
        if (this.frames.length >= DEEPEST) throw new ApexException('LimitException', 'Maximum trigger depth exceeded');
        this.frames.push(frame);
        running.transaction.triggerDepth = this.frames.length;
        running.sharing = 'without';
        const unlock = lockRecords(frame);
        try {
            trigger.run();
        } catch (error) {
            throw asDmlFailure(error, trigger, frame);
        } finally {
            unlock();
            running.sharing = sharing;
            this.frames.pop();
            running.transaction.triggerDepth = this.frames.length;
        }
    }

    /** The value of `Trigger.<name>`; outside of a trigger everything is null, and the flags false. */
    variable(name: string): unknown {
        const frame = this.frames.at(-1);
        if (name === 'isexecuting') return !!frame;
        if (name.startsWith('is')) return !!frame && (name === `is${frame.timing}` || name === `is${frame.operation}`);
        return frame ? variableOf(name, frame) : null;
    }
}

function variableOf(name: string, frame: TriggerFrame): unknown {
    const { objectName, newRecords, oldRecords, timing, operation } = frame;
    switch (name) {
        case 'new':
            return newRecords && new ApexList(objectName, newRecords);
        case 'old':
            return oldRecords && new ApexList(objectName, oldRecords);
        case 'newmap':
            return timing === 'before' && operation === 'insert' ? null : byId(objectName, newRecords);
        case 'oldmap':
            return byId(objectName, oldRecords);
        case 'size':
            return (newRecords ?? oldRecords ?? []).length;
        default:
            return platformEnumValue('TriggerOperation', `${timing}_${operation}`.toUpperCase());
    }
}

function byId(objectName: string, records: SObjectValue[] | null): ApexMap | null {
    return (
        records &&
        new ApexMap<unknown, unknown>(
            'Id',
            objectName,
            records.map((record) => [record.id, record] as const)
        )
    );
}

/** Old records, and new ones after they were saved, cannot be changed. */
function lockRecords({ timing, newRecords, oldRecords }: TriggerFrame): () => void {
    const locked = [...(timing === 'after' ? (newRecords ?? []) : []), ...(oldRecords ?? [])].filter(
        (record) => !record.readOnly
    );
    for (const record of locked) record.readOnly = true;
    return () => {
        for (const record of locked) record.readOnly = false;
    };
}

/** What the DML that started a trigger fails with when an exception leaves it. Its text names the trigger and the cause. */
class TriggerFailure extends ApexException {
    private readonly text: string;

    constructor(cause: ApexException, text: string) {
        super('DmlException', text, cause);
        this.text = text;
        this.apexStackTrace = '';
    }

    override toString(): string {
        return this.text;
    }
}

function asDmlFailure(error: unknown, trigger: LoadedTrigger, { timing, operation }: TriggerFrame): unknown {
    if (!(error instanceof ApexException) || error.uncatchable) return error;
    const event = `${capital(timing)}${capital(operation)}`;
    const cause = `caused by: ${error.toString()}\n\n${error.apexStackTrace}`;
    return new TriggerFailure(error, `${trigger.compiled.name}: execution of ${event}\n\n${cause}`);
}

function capital(word: string): string {
    return word[0].toUpperCase() + word.slice(1);
}
