import type { ApexProgram } from '../apex/runtime/program.ts';
import { hasAnnotation } from '../apex/types/naming.ts';
import { type FieldSymbol, isProjectType, type ProjectTypeSymbol } from '../apex/types/symbols.ts';
import {
    ApexBlob,
    ApexDate,
    ApexDatetime,
    ApexDecimal,
    ApexDouble,
    ApexEnumValue,
    ApexList,
    ApexMap,
    ApexObject,
    ApexSet,
    ApexTime,
    SObjectValue
} from '../platform/values/index.ts';

/** Turns what an Apex method returned into what the browser gets. */
export class AuraWriter {
    private readonly program: ApexProgram;

    constructor(program: ApexProgram) {
        this.program = program;
    }

    /** A JSON-ready value: only @AuraEnabled members of Apex classes, populated fields of records. */
    write(value: unknown): unknown {
        if (value === null || value === undefined) return null;
        if (typeof value === 'bigint') return Number(value);
        if (typeof value !== 'object') return value;
        return writeScalar(value) ?? this.writeStructure(value);
    }

    private writeStructure(value: object): unknown {
        if (value instanceof ApexList || value instanceof ApexSet) return value.items.map((item) => this.write(item));
        if (value instanceof ApexMap)
            return Object.fromEntries(
                value.entries().map(([key, item]) => [String(this.write(key)), this.write(item)])
            );
        if (value instanceof SObjectValue) return this.writeRecord(value);
        return value instanceof ApexObject ? this.writeObject(value) : null;
    }

    private writeRecord(record: SObjectValue): Record<string, unknown> {
        const written: Record<string, unknown> = {};
        for (const [name, value] of record.fields) if (value !== null) written[name] = this.write(value);
        for (const [name, parent] of record.parents) if (parent) written[name] = this.writeRecord(parent);
        for (const [name, list] of record.children) written[name] = this.write(list);
        return written;
    }

    private writeObject(value: ApexObject): Record<string, unknown> {
        const visible = new Set(auraMembers(this.program.type(value.apexTypeName)?.symbol));
        const members = this.program.types.members(value.apexTypeName) ?? [];
        const shown = members.filter((member) => visible.has(member.name));
        return Object.fromEntries(shown.map((member) => [member.name, this.write(member.read(value))]));
    }
}

function writeScalar(value: object): unknown {
    if (value instanceof ApexDecimal || value instanceof ApexDouble) return Number(value.toJSON());
    if (value instanceof ApexDate || value instanceof ApexDatetime) return value.toIso();
    if (value instanceof ApexTime) return value.milliseconds;
    if (value instanceof ApexBlob) return value.toJSON();
    return value instanceof ApexEnumValue ? value.name : undefined;
}

/** Names of the @AuraEnabled fields and properties, inherited ones too. */
function auraMembers(symbol: ProjectTypeSymbol | undefined): string[] {
    if (!symbol) return [];
    const parent = symbol.superType?.symbol;
    const inherited = isProjectType(parent) ? auraMembers(parent) : [];
    return [
        ...inherited,
        ...[...symbol.fieldTable.values()].filter((field) => isAuraEnabled(symbol, field)).map((field) => field.name)
    ];
}

function isAuraEnabled(symbol: ProjectTypeSymbol, field: FieldSymbol): boolean {
    return symbol.declaration.members.some(
        (member) =>
            (member.kind === 'field' || member.kind === 'property') &&
            member.name === field.name &&
            hasAnnotation(member.modifiers, 'auraenabled')
    );
}
