/** The base of every class that the compiler emits for Apex. Fields are plain JS properties of the instance. */
export abstract class ApexObject {
    /** Canonical name, as 'Outer.Inner'. */
    static apexType = 'Object';

    get apexTypeName(): string {
        return (this.constructor as typeof ApexObject).apexType;
    }
}

/** A value of an Apex enum, the platform's or the project's own. Two are equal by type and name. */
export class ApexEnumValue {
    readonly typeName: string;
    readonly name: string;
    readonly ordinal: number;

    constructor(typeName: string, name: string, ordinal: number) {
        this.typeName = typeName;
        this.name = name;
        this.ordinal = ordinal;
    }

    toString(): string {
        return this.name;
    }

    toJSON(): string {
        return this.name;
    }
}

/** Base of values that the platform library itself makes (HttpRequest, SaveResult, …): they know their Apex type. */
export abstract class PlatformObject {
    abstract readonly apexTypeName: string;
}
