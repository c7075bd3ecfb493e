import { join } from 'node:path';
import { openMetadata } from '../../metadata/index.ts';
import { ApexDecimal, SObjectValue } from '../../platform/values/index.ts';
import { openData, userId } from '../index.ts';
import type { LocalData } from '../index.ts';
import type { Access, DmlOptions, DmlResult } from '../types.ts';
import { fixtureFiles, writeProject } from './fixture-project.ts';

/** Noon in UTC on a Wednesday; morning in the time zone of the users. */
export const NOW = Date.UTC(2026, 4, 13, 12, 0, 0);

/** A record with these field values; numbers with a point become Decimal. */
export function record(objectName: string, values: Record<string, unknown>): SObjectValue {
    const made = new SObjectValue(objectName);
    for (const [name, value] of Object.entries(values)) made.fields.set(name, value);
    return made;
}

export function decimal(text: string): ApexDecimal {
    return ApexDecimal.of(text);
}

export function asSystem(persona = 'admin'): Access {
    return { userId: userId(persona), mode: 'system', sharing: false };
}

export function asUser(persona: string): Access {
    return { userId: userId(persona), mode: 'user', sharing: true };
}

/** The fixture project with an org of its own. */
export class Fixture {
    readonly projectDir: string;
    readonly data: LocalData;
    clock = NOW;

    constructor(extraFiles: Record<string, string> = {}, dataFile = ':memory:') {
        this.projectDir = writeProject(fixtureFiles(extraFiles));
        this.data = this.open(dataFile);
    }

    open(dataFile: string): LocalData {
        const metadata = openMetadata(this.projectDir);
        const configDir = join(this.projectDir, 'config');
        return openData({ dataFile, metadata, configDir, now: () => this.clock });
    }

    insert(records: SObjectValue[], options: Partial<DmlOptions> = {}): DmlResult[] {
        return this.data.dml('insert', records, { access: asSystem(), allOrNone: true, ...options });
    }

    update(records: SObjectValue[], options: Partial<DmlOptions> = {}): DmlResult[] {
        return this.data.dml('update', records, { access: asSystem(), allOrNone: true, ...options });
    }

    remove(records: SObjectValue[], options: Partial<DmlOptions> = {}): DmlResult[] {
        return this.data.dml('delete', records, { access: asSystem(), allOrNone: true, ...options });
    }

    query(soql: string, binds: Record<string, unknown> = {}, access: Access = asSystem()): SObjectValue[] {
        return this.data.query(soql, (name) => binds[name], access);
    }

    /** Values of one field of all rows, as text. */
    values(soql: string, fieldName: string, binds: Record<string, unknown> = {}): string[] {
        return this.query(soql, binds).map((row) => String(row.read(fieldName)));
    }
}
