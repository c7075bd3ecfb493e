import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Problem } from '../problem.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { Check } from './check.ts';

/** File → the schema that Salesforce publishes for it. */
const SCHEMAS: readonly [RegExp, string][] = [
    [/^sfdx-project\.json$/, 'sfdx-project.schema.json'],
    [/^config\/[\w-]*scratch-def\.json$/, 'project-scratch-def.schema.json']
];

/** sfdx-project.json and the scratch org definitions against Salesforce's own schemas. */
export const checkDefinitions: Check = (project) =>
    SCHEMAS.flatMap(([pattern, schema]) =>
        project.files.filter(({ path: file }) => pattern.test(file)).flatMap((file) => problemsOf(file, schema))
    );

type Validate = ReturnType<Ajv['compile']>;
const compiled = new Map<string, Validate>();

function problemsOf(file: SourceFile, schema: string): Problem[] {
    let content: unknown;
    try {
        content = JSON.parse(file.text);
    } catch (error) {
        return [file.problem(1, `The file is no JSON: ${(error as Error).message}`, 'Correct it')];
    }
    const validate = compiled.get(schema) ?? compile(schema);
    compiled.set(schema, validate);
    if (validate(content)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
        const named = (params as { additionalProperty?: string }).additionalProperty;
        const what = `${instancePath || 'The file'} ${message}${named ? `: ${named}` : ''}`;
        return file.problem(lineOf(file, named ?? instancePath.split('/').pop() ?? ''), what, 'Correct it');
    });
}

function compile(schema: string): Validate {
    const folder = path.dirname(createRequire(import.meta.url).resolve('@salesforce/schemas/package.json'));
    const text = readFileSync(path.join(folder, schema), 'utf8');
    return new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(JSON.parse(text) as object);
}

function lineOf(file: SourceFile, name: string): number {
    return file.lineAt(Math.max(0, file.text.indexOf(`"${name}"`)));
}
