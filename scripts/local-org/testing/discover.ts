import type { ApexProgram } from '../apex/runtime/program.ts';
import { hasAnnotation } from '../apex/types/naming.ts';
import type { MethodSymbol, ProjectTypeSymbol } from '../apex/types/symbols.ts';

/** A test class and its methods. */
export interface TestClass {
    name: string;
    symbol: ProjectTypeSymbol;
    /** Methods with @TestSetup. */
    setup: MethodSymbol[];
    tests: TestMethod[];
}

export interface TestMethod {
    method: MethodSymbol;
    seeAllData: boolean;
}

/** The tests of a program. `filter` is part of a class name, or `Class.method`, in any case. */
export function discoverTests(program: ApexProgram, filter?: string): TestClass[] {
    const found: TestClass[] = [];
    for (const { symbol } of program.compiled.classes) {
        if (!hasAnnotation(symbol.declaration.modifiers, 'istest')) continue;
        const described = describeClass(symbol, filter?.toLowerCase());
        if (described.tests.length) found.push(described);
    }
    return found.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function describeClass(symbol: ProjectTypeSymbol, filter: string | undefined): TestClass {
    const methods = [...symbol.methodTable.values()].flat();
    const tests = methods.filter((method) => isTest(method) && matches(symbol, method, filter));
    return {
        name: symbol.name,
        symbol,
        setup: methods.filter(
            (method) => method.declaration && hasAnnotation(method.declaration.modifiers, 'testsetup')
        ),
        tests: tests.map((method) => ({ method, seeAllData: seesAllData(symbol, method) }))
    };
}

function isTest({ declaration, isStatic, parameters }: MethodSymbol): boolean {
    if (!declaration || !isStatic || parameters.length) return false;
    return hasAnnotation(declaration.modifiers, 'istest') || declaration.modifiers.words.has('testmethod');
}

function matches(symbol: ProjectTypeSymbol, method: MethodSymbol, filter: string | undefined): boolean {
    if (!filter) return true;
    const name = symbol.name.toLowerCase();
    return name.includes(filter) || `${name}.${method.name.toLowerCase()}` === filter;
}

function seesAllData(symbol: ProjectTypeSymbol, method: MethodSymbol): boolean {
    const annotations = [
        ...symbol.declaration.modifiers.annotations,
        ...(method.declaration?.modifiers.annotations ?? [])
    ];
    return annotations.some(
        (annotation) => annotation.name === 'istest' && annotation.values.get('seealldata') === true
    );
}
