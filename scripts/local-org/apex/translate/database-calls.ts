import { sameParameters } from '../types/declare.ts';
import { lineage, type MethodSymbol, type ProjectTypeSymbol } from '../types/symbols.ts';
import type { Selection } from './arguments.ts';
import { platformMethodCode } from './calls.ts';
import type { CodeContext } from './context.ts';
import type { Typed } from './typed.ts';

const BINDS_VARIABLES = /^(query|countquery|getquerylocator)$/i;

/** A method of Database: dynamic SOQL sees the caller's variables, and the class's version says in whose mode it works. */
export function databaseCall(chosen: Selection, codes: string, context: CodeContext): Typed {
    const { method, returnType } = chosen;
    const withLevel = context.unit.userModeByDefault ? overloadWithLevel(method) : undefined;
    const implementation = context.unit.constant(platformMethodCode(withLevel ?? method));
    const parts = [
        codes,
        withLevel ? '$.staticProperty("AccessLevel","USER_MODE").get()' : '',
        bindsFor(method, context)
    ];
    const query = /^query/i.test(method.name);
    return { code: `${implementation}(${parts.filter(Boolean).join(',')})`, type: returnType, query };
}

/** The overload that takes an AccessLevel too. */
function overloadWithLevel(method: MethodSymbol): MethodSymbol | undefined {
    return method.owner
        .methods(method.name.toLowerCase())
        .find(
            (other) =>
                other.parameters.length === method.parameters.length + 1 &&
                other.parameters.at(-1)!.name === 'AccessLevel' &&
                sameParameters({ ...other, parameters: other.parameters.slice(0, -1) }, method)
        );
}

/** A function that reads the variables and fields in reach by name, for queries given as text. */
function bindsFor(method: MethodSymbol, context: CodeContext): string {
    if (!BINDS_VARIABLES.test(method.name) || method.parameters[0]?.name !== 'String') return '';
    const cases = new Map<string, string>();
    for (const field of fieldsInReach(context)) cases.set(field.name, field.code);
    for (const variable of context.scope.all()) cases.set(variable.name, variable.code);
    const reads = [...cases]
        .map(([name, code]) => `case ${JSON.stringify(name.toLowerCase())}:return ${code};`)
        .join('');
    return `($bind)=>{switch($bind.toLowerCase()){${reads}default:return $.noBinds($bind);}}`;
}

function* fieldsInReach(context: CodeContext): Generator<{ name: string; code: string }> {
    for (const owner of context.owner ? [...lineage(context.owner)].reverse() : []) {
        if (owner.isPlatform) continue;
        for (const field of (owner as ProjectTypeSymbol).fieldTable.values()) {
            if (field.enumConstant || field.getter || (context.isStatic && !field.isStatic)) continue;
            const holder = field.isStatic ? `$t.${owner.name.replace(/\./g, '$')}.$s()` : 'this';
            yield { name: field.name, code: `${holder}.${field.storage}` };
        }
    }
}
