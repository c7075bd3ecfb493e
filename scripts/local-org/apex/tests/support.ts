import '../../platform/library.ts';
import { buildSchema } from '../../data/schema/index.ts';
import type { OrgServices, OrgUser } from '../../platform/context.ts';
import { runInContext } from '../../platform/context.ts';
import { createContext } from '../../org/context-factory.ts';
import { apexToString } from '../../platform/values/index.ts';
import { Compiler } from '../compiler.ts';
import { ApexProgram } from '../runtime/program.ts';
import { type CompileError, CompileFailure } from '../syntax/compile-error.ts';

const schema = buildSchema({ objects: [], valueSets: [] });
const user = { id: '005000000000001AAA', language: 'en_US', locale: 'en_US', timeZone: 'UTC' } as OrgUser;

/** Compiles classes, one per text. The file of each is named after its class. */
export function compileClasses(...sources: string[]): ApexProgram {
    const classes = sources.map((source) => ({
        file: `${/\b(?:class|interface|enum)\s+(\w+)/i.exec(source)![1]}.cls`,
        source,
        apiVersion: 67
    }));
    return new ApexProgram(
        new Compiler().compile({ classes, triggers: [], schema, hasLabel: (name) => name === 'Greeting' })
    );
}

/** Compiles a class with a static method of these statements and members, and gives the text of what it returns. */
export function run(statements: string, members = '', ...others: string[]): string {
    const program = compileClasses(
        `public class Snippet { ${members} public static Object run() { ${statements} } }`,
        ...others
    );
    return execute(program, 'Snippet', 'run$0$');
}

/** Calls a static method without parameters in a context of its own. */
export function execute(program: ApexProgram, className: string, key: string): string {
    const services = { schema, types: program.types, now: () => Date.now() } as unknown as OrgServices;
    const context = createContext(services, { user, quiddity: 'ANONYMOUS' });
    const suspended = program.statics.suspend();
    try {
        return runInContext(context, () => apexToString(program.type(className)!.emitted[key]()));
    } finally {
        program.statics.restore(suspended);
    }
}

/** The errors of classes that do not compile, as `line:column message`. */
export function errorsOf(...sources: string[]): string[] {
    try {
        compileClasses(...sources);
        return [];
    } catch (error) {
        if (error instanceof CompileFailure)
            return error.errors.map((problem: CompileError) => `${problem.line}:${problem.column} ${problem.message}`);
        throw error;
    }
}
