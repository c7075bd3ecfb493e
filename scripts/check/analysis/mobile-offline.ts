import graphAnalyzer from '@salesforce/eslint-plugin-lwc-graph-analyzer';
import { ESLint, type Linter } from 'eslint';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { COMPILER_OPTIONS } from '../../build/compile-bundles.ts';
import { fromRoot } from './files.ts';
import type { Engine, Finding } from './finding.ts';
import { mobileComponents } from './mobile-components.ts';

/** A script or template as the analyser reads it, and the way back to the line that somebody wrote. */
interface Source {
    readonly file: string;
    readonly text: string;
    readonly lineOf: (line: number, column: number) => number;
}

/** Can Field Service Mobile foresee offline what a component will need? Looks at the components that are made for it. */
export const mobileOffline: Engine = {
    name: 'Mobile offline analyser',
    needsJava: false,
    find: async (root) => {
        const found: Finding[] = [];
        for (const folder of mobileComponents(root)) found.push(...(await findInBundle(root, folder)));
        return found;
    }
};

async function findInBundle(root: string, folder: string): Promise<Finding[]> {
    const name = path.basename(folder);
    const script = readScript(path.join(folder, name));
    const templates = readdirSync(folder)
        .filter((file) => file.endsWith('.html'))
        .map((file) => readTemplate(path.join(folder, file)));
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: CONFIG });
    const found: Finding[] = [];
    for (const source of [script, ...templates]) {
        if (!source) continue;
        graphAnalyzer.processors.bundleAnalyzer.setLwcBundleFromContent(
            name,
            script?.text,
            ...templates.map(({ text }) => text)
        );
        const extension = source === script ? '.js' : '.html';
        const [result] = await eslint.lintText(source.text, { filePath: path.join(root, `${name}${extension}`) });
        found.push(...result.messages.map((message) => toFinding(root, source, message)));
    }
    return found;
}

const CONFIG: Linter.Config[] = [
    { plugins: { '@salesforce/lwc-graph-analyzer': graphAnalyzer as unknown as ESLint.Plugin } },
    graphAnalyzer.configs.recommended as Linter.Config
];

function toFinding(root: string, source: Source, { line, column, ruleId, message }: Linter.LintMessage): Finding {
    return {
        file: fromRoot(root, source.file),
        line: source.lineOf(line, column),
        severity: 3,
        rule: ruleId ?? 'Syntax',
        message
    };
}

function readTemplate(file: string): Source {
    return { file, text: readFileSync(file, 'utf8'), lineOf: (line) => line };
}

/** The analyser knows JavaScript only: TypeScript is compiled as the build does it. */
function readScript(base: string): Source | undefined {
    if (existsSync(`${base}.ts`)) return compiled(`${base}.ts`);
    return existsSync(`${base}.js`) ? readTemplate(`${base}.js`) : undefined;
}

function compiled(file: string): Source {
    const { outputText, sourceMapText } = ts.transpileModule(readFileSync(file, 'utf8'), {
        fileName: file,
        compilerOptions: { ...COMPILER_OPTIONS, sourceMap: true }
    });
    const map = new SourceMap(JSON.parse(sourceMapText ?? '{}'));
    const lineOf = (line: number, column: number): number => {
        const entry = map.findEntry(line - 1, column - 1);
        return 'originalLine' in entry ? entry.originalLine + 1 : line;
    };
    return { file, text: outputText.replace(/\n\/\/# sourceMappingURL=.*$/, '\n'), lineOf };
}
