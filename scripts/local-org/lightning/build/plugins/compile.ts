import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import type { Plugin, RollupLog, WarningHandlerWithDefault } from 'rollup';
import { browserDirectory } from '../paths.ts';
import { originalPosition } from './strip-types.ts';

type ModuleRecord = { name: string; path: string } | { dir: string } | { npm: string };

/** The LWC compiler and the two constants that its runtime asks for. */
export function compile(modules: ModuleRecord[]): Plugin[] {
    return [
        withSourcePositions(
            lwc({ rootDir: browserDirectory, modules, enableDynamicComponents: true, enableLwcOn: true })
        ),
        replace({
            preventAssignment: true,
            values: { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': JSON.stringify('production') }
        }) as Plugin
    ];
}

/** An error of the LWC compiler; the column counts from 0. */
interface CompilerError extends RollupLog {
    location?: { line: number; column: number };
}

/** The compiler reports positions in the script without types: leads them back to the TypeScript source. */
function withSourcePositions(plugin: Plugin): Plugin {
    const transform = plugin.transform as (this: unknown, source: string, id: string) => unknown;
    return {
        ...plugin,
        async transform(source: string, id: string) {
            try {
                return (await transform.call(this, source, id)) as null;
            } catch (failure) {
                const error = failure as CompilerError;
                const file = id.split('?')[0]!;
                if (error.location) {
                    error.loc = { file, ...originalPosition(file, error.location.line, error.location.column) };
                }
                throw error;
            }
        }
    };
}

/** Lets through only the warnings that a developer can act upon. */
export const onwarn: WarningHandlerWithDefault = (warning, show) => {
    const code = warning.pluginCode ?? warning.code ?? '';
    if (!/^LWC1\d\d\d|CIRCULAR_DEPENDENCY|EMPTY_BUNDLE/.test(String(code))) {
        show(warning);
    }
};
