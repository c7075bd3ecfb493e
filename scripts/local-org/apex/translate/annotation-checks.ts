import type { Location, Modifiers } from '../syntax/ast.ts';
import { annotationValue, hasAnnotation } from '../types/naming.ts';
import type { MethodSymbol, ProjectTypeSymbol } from '../types/symbols.ts';
import { type ApexType, isGeneric, isUnknown } from '../types/type.ts';
import type { UnitContext } from './context.ts';

/** Annotations of the Apex Developer Guide (apex_classes_annotation.htm), in lower case. */
const ANNOTATIONS = new Set(
    (
        'auraenabled deprecated future httpdelete httpget httppatch httppost httpput invocablemethod invocablevariable ' +
        'istest jsonaccess namespaceaccessible readonly remoteaction restresource suppresswarnings testsetup testvisible'
    ).split(' ')
);
const HTTP_METHODS = ['HttpDelete', 'HttpGet', 'HttpPatch', 'HttpPost', 'HttpPut'];
/** What may stand beside @InvocableMethod. */
const BESIDE_INVOCABLE = new Set(['invocablemethod', 'deprecated', 'suppresswarnings', 'testvisible']);

/** Reports methods, fields and properties whose annotations ask for another signature. */
export function checkAnnotations(symbol: ProjectTypeSymbol, unit: UnitContext): void {
    for (const member of [symbol.declaration, ...symbol.declaration.members]) {
        if ('modifiers' in member) checkKnown(member.modifiers, member, unit);
    }
    const methods = [...symbol.methodTable.values()].flat().filter((method) => method.declaration);
    for (const method of methods) checkMethod(method, symbol, unit);
    checkOnlyOne(methods, 'InvocableMethod', unit);
    checkOnlyOne(methods, 'TestSetup', unit);
    checkAuraNames(methods, symbol, unit);
    checkTestClass(symbol, methods, unit);
}

function checkKnown(modifiers: Modifiers, at: Location, unit: UnitContext): void {
    const unknown = modifiers.annotations.find(({ name }) => !ANNOTATIONS.has(name));
    if (unknown) unit.report(at, `Annotation does not exist: ${unknown.name}`);
}

function checkMethod(method: MethodSymbol, symbol: ProjectTypeSymbol, unit: UnitContext): void {
    const { modifiers } = method.declaration!;
    if (hasAnnotation(modifiers, 'future')) checkFuture(method, unit);
    if (hasAnnotation(modifiers, 'invocablemethod')) checkInvocable(method, unit);
    if (hasAnnotation(modifiers, 'auraenabled')) checkAura(method, unit);
    if (hasAnnotation(modifiers, 'testsetup')) checkTestSetup(method, unit);
    if (hasAnnotation(modifiers, 'istest')) checkTest(method, unit);
    if (modifiers.words.has('webservice')) checkWebService(method, symbol, unit);
    for (const name of HTTP_METHODS)
        if (hasAnnotation(modifiers, name.toLowerCase())) checkHttp(name, method, symbol, unit);
}

function requireStatic(name: string, method: MethodSymbol, unit: UnitContext): void {
    if (!method.isStatic) unit.report(method.declaration!, `${name} methods must be declared as static`);
}

function requireVoid(name: string, method: MethodSymbol, unit: UnitContext): void {
    const { returnType } = method;
    if (returnType.kind === 'void' || isUnknown(returnType)) return;
    unit.report(method.declaration!, `${name} methods do not support return type of ${returnType.name}`);
}

/** apex_classes_annotation_future.htm: static, void, parameters of primitive types or collections of them. */
function checkFuture(method: MethodSymbol, unit: UnitContext): void {
    requireStatic('Future', method, unit);
    requireVoid('Future', method, unit);
    const wrong = method.parameters.find((type) => !isUnknown(type) && !isSerializable(type));
    if (wrong) unit.report(method.declaration!, `Future methods do not support parameter type of ${wrong.name}`);
}

function isSerializable(type: ApexType): boolean {
    const isCollection = ['List', 'Set', 'Map'].some((name) => isGeneric(type, name));
    return isCollection ? type.arguments.every((part) => part.kind === 'primitive') : type.kind === 'primitive';
}

/** apex_classes_annotation_InvocableMethod.htm */
function checkInvocable(method: MethodSymbol, unit: UnitContext): void {
    const at = method.declaration!;
    requireStatic('InvocableMethod', method, unit);
    if (method.access !== 'public' && method.access !== 'global')
        unit.report(at, 'InvocableMethod methods require at least one of the following global, public');
    if (method.parameters.length > 1)
        unit.report(at, 'Only one parameter is supported on methods with @Invocable annotation');
    const other = at.modifiers.annotations.find(({ name }) => !BESIDE_INVOCABLE.has(name));
    if (other) unit.report(at, 'The only annotation that can be used with InvocableMethod is Deprecated');
    const [parameter] = method.parameters;
    if (parameter && !isUnknown(parameter) && !isGeneric(parameter, 'List')) {
        const rule = 'Valid invocable parameters must be List types like List<T> where T is a supported type';
        unit.report(at, `Unsupported parameter type ${parameter.name}. ${rule}`);
    }
}

/** apex_classes_annotation_AuraEnabled.htm */
function checkAura(method: MethodSymbol, unit: UnitContext): void {
    if (method.isStatic) return;
    if (method.parameters.length)
        unit.report(method.declaration!, 'Non static AuraEnabled methods may not have parameters');
    if (!/^get/i.test(method.name))
        unit.report(method.declaration!, "Non static AuraEnabled methods must be named with a prefix 'get'");
}

function checkAuraNames(methods: MethodSymbol[], symbol: ProjectTypeSymbol, unit: UnitContext): void {
    const enabled = methods.filter(({ declaration }) => hasAnnotation(declaration!.modifiers, 'auraenabled'));
    for (const method of enabled) {
        const name = method.name.toLowerCase();
        if (enabled.some((other) => other !== method && other.name.toLowerCase() === name))
            unit.report(
                method.declaration!,
                `Overload of AuraEnabled method: ${method.name} overload is not permitted`
            );
    }
    for (const member of symbol.declaration.members) {
        const isVariable = member.kind === 'field' || member.kind === 'property';
        if (!isVariable || !hasAnnotation(member.modifiers, 'auraenabled')) continue;
        if (enabled.some((method) => method.name.toLowerCase() === member.name.toLowerCase()))
            unit.report(member, `AuraEnabled method and variable cannot have the same name: ${member.name}`);
        const open = member.modifiers.words.has('public') || member.modifiers.words.has('global');
        const kind = member.kind === 'field' ? 'fields' : 'properties';
        if (!open) unit.report(member, `AuraEnabled ${kind} require at least one of the following global, public`);
    }
}

function checkTest(method: MethodSymbol, unit: UnitContext): void {
    requireStatic('IsTest', method, unit);
    requireVoid('IsTest', method, unit);
    if (method.parameters.length) unit.report(method.declaration!, 'Test methods must have no arguments');
}

/** apex_classes_annotation_TestSetup.htm */
function checkTestSetup(method: MethodSymbol, unit: UnitContext): void {
    requireStatic('TestSetup', method, unit);
    if (method.parameters.length) unit.report(method.declaration!, 'Test methods must have no arguments');
    if (method.returnType.kind !== 'void') unit.report(method.declaration!, 'Test setup method must return void');
}

function checkWebService(method: MethodSymbol, symbol: ProjectTypeSymbol, unit: UnitContext): void {
    requireStatic('WebService', method, unit);
    if (symbol.access !== 'global')
        unit.report(method.declaration!, 'Defining type for WebService methods must be declared as global');
}

/** apex_classes_annotation_rest_methods.htm */
function checkHttp(name: string, method: MethodSymbol, symbol: ProjectTypeSymbol, unit: UnitContext): void {
    requireStatic(name, method, unit);
    if (method.access !== 'global') unit.report(method.declaration!, `${name} methods must be declared as global`);
    if (!hasAnnotation(symbol.declaration.modifiers, 'restresource'))
        unit.report(method.declaration!, `Defining type for ${name} methods must be declared as RestResource`);
}

function checkOnlyOne(methods: MethodSymbol[], name: string, unit: UnitContext): void {
    const [, second] = methods.filter(({ declaration }) => hasAnnotation(declaration!.modifiers, name.toLowerCase()));
    if (second) unit.report(second.declaration!, `Only one method per type can be defined with: ${name}`);
}

function seesAllData(modifiers: Modifiers): boolean {
    return annotationValue(modifiers, 'istest', 'seealldata') === true;
}

function checkTestClass(symbol: ProjectTypeSymbol, methods: MethodSymbol[], unit: UnitContext): void {
    const { modifiers } = symbol.declaration;
    const classSees = seesAllData(modifiers);
    const methodSees = methods.some(({ declaration }) => seesAllData(declaration!.modifiers));
    const parallel = annotationValue(modifiers, 'istest', 'isparallel') === true;
    const beside = 'Test class annotated with @isTest(IsParallel=true) cannot';
    if (parallel && classSees)
        unit.report(symbol.declaration, `${beside} also be annotated with @isTest(SeeAllData=true)`);
    if (parallel && methodSees)
        unit.report(symbol.declaration, `${beside} have any methods annotated with @isTest(SeeAllData=true)`);
    const setup = methods.find(({ declaration }) => hasAnnotation(declaration!.modifiers, 'testsetup'))?.declaration;
    if (setup && classSees) unit.report(setup, 'Test class cannot be annotated with @isTest(SeeAllData=true)');
    if (setup && methodSees)
        unit.report(
            setup,
            'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)'
        );
}
