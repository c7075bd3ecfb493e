import type { CompiledUnit } from '../compiler.ts';
import { jsClassName } from '../types/naming.ts';
import type { ProjectTypeSymbol } from '../types/symbols.ts';

/** In place of a file whose errors leave no code that could be loaded: its types are there, and using them says why not. */
export function brokenUnit(unit: CompiledUnit, problem: string): CompiledUnit {
    const stop = `{$.doesNotCompile(${JSON.stringify(problem)})}`;
    const code = `(function($,$t){return {run()${stop},${jsClassName(unit.symbol)}:()=>${brokenType(unit.symbol, stop)}};})`;
    return { ...unit, code };
}

function brokenType(symbol: ProjectTypeSymbol, stop: string): string {
    const methods = [...symbol.methodTable.values()].flat();
    const members = [...methods, ...symbol.constructors].map((method) => {
        const isStatic = method.isStatic && !symbol.constructors.includes(method);
        return `${isStatic ? 'static ' : ''}${method.key}()${stop}`;
    });
    const inner = [...symbol.inner.values()].map(
        (type) => `static inner$${type.declaration.name}(){return ${brokenType(type, stop)};}`
    );
    const own = `static apexType=${JSON.stringify(symbol.name)};static $st=null;static $s()${stop}`;
    return `class extends $.ApexObject{${own}init$${jsClassName(symbol)}()${stop}${members.join('')}${inner.join('')}}`;
}
