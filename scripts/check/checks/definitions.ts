import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Problem } from '../problem.ts';
import type { SourceFile } from '../project/source-file.ts';
import { nearest } from '../schema/near.ts';
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
    const errors = (validate.errors ?? []).filter(({ instancePath }) => !FEATURE.test(instancePath));
    const rest = errors.map(({ instancePath, message, params }) => {
        const named = (params as { additionalProperty?: string }).additionalProperty;
        const what = `${instancePath || 'The file'} ${message}${named ? `: ${named}` : ''}`;
        return file.problem(lineOf(file, named ?? instancePath.split('/').pop() ?? ''), what, 'Correct it');
    });
    return [...rest, ...featureProblems(file, content, schema)];
}

/** The schema tries each name that it knows on a feature, and lags behind those that there are. */
const FEATURE = /^\/features\/\d+$/;

/** Features under a name that is nearly a known one, or without the number that it needs. */
function featureProblems(file: SourceFile, content: unknown, schema: string): Problem[] {
    const { features } = content as { features?: unknown };
    if (!Array.isArray(features)) return [];
    const known = featureNames(schema);
    return features.map(String).flatMap((feature) => {
        const [name, number] = feature.split(':');
        const meant = [...known].find(
            (candidate) => nearest(name, [candidate.name]).length > 0 && candidate.name.length > 4
        );
        const exact = [...known].find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
        const line = lineOf(file, feature);
        if (exact?.counted && !number)
            return [file.problem(line, `The feature ${name} says not how many`, `Write ${exact.name}:1, or more`)];
        if (exact || !meant) return [];
        return [file.problem(line, `There is no feature ${name}`, `Did you mean ${meant.name}`)];
    });
}

/** The features that a schema names: by themselves, or with a number behind a colon. */
function featureNames(schema: string): { name: string; counted: boolean }[] {
    const text = JSON.stringify(schemaFile(schema));
    const counted = [...text.matchAll(/"\^\(?(\w+):\[0-9\]\+\$?\)?\$?"/g)].map(([, name]) => ({ name, counted: true }));
    const plain = [...text.matchAll(/"([A-Z]\w+)"/g)].map(([, name]) => ({ name, counted: false }));
    return [...counted, ...plain];
}

function compile(schema: string): Validate {
    return new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schemaFile(schema));
}

function schemaFile(schema: string): object {
    const folder = path.dirname(createRequire(import.meta.url).resolve('@salesforce/schemas/package.json'));
    return JSON.parse(readFileSync(path.join(folder, schema), 'utf8')) as object;
}

function lineOf(file: SourceFile, name: string): number {
    return file.lineAt(Math.max(0, file.text.indexOf(`"${name}"`)));
}
