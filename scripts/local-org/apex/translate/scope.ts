import type { ApexType } from '../types/type.ts';

/** A local variable or parameter. */
export interface Variable {
    name: string;
    type: ApexType;
    /** Its name in the emitted code. */
    code: string;
    isFinal: boolean;
    assigned: boolean;
}

const RESERVED = new Set(
    (
        'arguments await case class const debugger default delete do enum eval export extends function import in let new of ' +
        'package static super switch this throw try typeof var void while with yield undefined NaN Infinity null true false'
    ).split(' ')
);

/** The variables in reach, innermost block first. */
export class Scope {
    private readonly parent: Scope | null;
    private readonly variables = new Map<string, Variable>();

    constructor(parent: Scope | null = null) {
        this.parent = parent;
    }

    nested(): Scope {
        return new Scope(this);
    }

    find(name: string): Variable | undefined {
        return this.variables.get(name.toLowerCase()) ?? this.parent?.find(name);
    }

    /** All variables in reach. */
    all(): Variable[] {
        const outer = this.parent?.all() ?? [];
        return [...outer, ...this.variables.values()];
    }

    /** Adds a variable; the caller has checked that the name is free. */
    declare(name: string, type: ApexType, isFinal = false, assigned = true): Variable {
        const code = RESERVED.has(name) || name.startsWith('$') ? `${name}$` : name;
        const variable = { name, type, code, isFinal, assigned };
        this.variables.set(name.toLowerCase(), variable);
        return variable;
    }
}
