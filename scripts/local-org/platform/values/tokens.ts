/** A System.Type: the canonical name of a type. */
export class ApexTypeToken {
    readonly name: string;

    constructor(name: string) {
        this.name = name;
    }

    toString(): string {
        return this.name;
    }
}

/** A Schema.SObjectType: the canonical API name of an object. */
export class SObjectTypeToken {
    readonly objectName: string;

    constructor(objectName: string) {
        this.objectName = objectName;
    }

    toString(): string {
        return this.objectName;
    }
}

/** A Schema.SObjectField. Its string is the field's name, as on the platform. */
export class SObjectFieldToken {
    readonly objectName: string;
    readonly fieldName: string;

    constructor(objectName: string, fieldName: string) {
        this.objectName = objectName;
        this.fieldName = fieldName;
    }

    toString(): string {
        return this.fieldName;
    }
}
