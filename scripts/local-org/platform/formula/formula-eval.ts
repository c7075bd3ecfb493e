import { context } from '../context.ts';
import { definePlatformClass, definePlatformEnum } from '../define.ts';
import { ApexList, ApexSet } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { type ApexEnumValue, PlatformObject } from '../values/object.ts';
import type { ApexTypeToken, SObjectTypeToken } from '../values/tokens.ts';
import { compileFormula, type CompiledFormula } from './compile.ts';
import { evaluateCompiled } from './evaluate.ts';

definePlatformEnum('FormulaEval.FormulaReturnType', [
    'BOOLEAN',
    'DATE',
    'DATETIME',
    'DECIMAL',
    'DOUBLE',
    'ID',
    'INTEGER',
    'LONG',
    'STRING',
    'TIME'
]);
definePlatformEnum('FormulaEval.FormulaGlobal', [
    'LABEL',
    'ORGANIZATION',
    'PERMISSION',
    'PROFILE',
    'SETUP',
    'USER',
    'USERROLE'
]);

/** A FormulaEval.FormulaBuilder: what the formula is to be. */
class FormulaBuilderValue extends PlatformObject {
    readonly apexTypeName = 'FormulaEval.FormulaBuilder';
    formula: string | null = null;
    typeName: string | null = null;
    returnType: string | null = null;
    globals: string[] = [];
    template = false;
}

/** A formula that was built. */
class FormulaInstanceValue extends PlatformObject {
    readonly apexTypeName = 'FormulaEval.FormulaInstance';
    readonly compiled: CompiledFormula;

    constructor(compiled: CompiledFormula) {
        super();
        this.compiled = compiled;
    }
}

const step =
    (change: (self: FormulaBuilderValue, value: never) => void) =>
    (self: FormulaBuilderValue, value: never): FormulaBuilderValue => {
        change(self, value);
        return self;
    };

definePlatformClass({
    name: 'FormulaEval.FormulaBuilder',
    methods: {
        'FormulaEval.FormulaBuilder withFormula(String formula)': step(
            (self, formula: string) => void (self.formula = formula)
        ),
        'FormulaEval.FormulaBuilder withType(Type contextType)': step(
            (self, type: ApexTypeToken) => void (self.typeName = type.name)
        ),
        'FormulaEval.FormulaBuilder withType(Schema.SObjectType contextType)': step(
            (self, type: SObjectTypeToken) => void (self.typeName = type.objectName)
        ),
        'FormulaEval.FormulaBuilder withReturnType(FormulaEval.FormulaReturnType returnType)': step(
            (self, type: ApexEnumValue) => void (self.returnType = type.name)
        ),
        'FormulaEval.FormulaBuilder withGlobalVariables(List<FormulaEval.FormulaGlobal> globals)': step(
            (self, globals: ApexList<ApexEnumValue>) => void (self.globals = globals.items.map((one) => one.name))
        ),
        'FormulaEval.FormulaBuilder parseAsTemplate(Boolean template)': step(
            (self, template: boolean) => void (self.template = template)
        ),
        'FormulaEval.FormulaInstance build()': (self: FormulaBuilderValue) =>
            new FormulaInstanceValue(compileFormula(self))
    }
});

definePlatformClass({
    name: 'FormulaEval.FormulaInstance',
    methods: {
        'Object evaluate(Object contextObject)': (self: FormulaInstanceValue, value: unknown) => {
            if (value === null) throw new ApexException('FormulaEvaluationException', 'The context object is null');
            return evaluateCompiled(self.compiled, value);
        },
        'Object evaluate()': (self: FormulaInstanceValue) => evaluateCompiled(self.compiled, null),
        'Set<String> getReferencedFields()': (self: FormulaInstanceValue) =>
            new ApexSet(
                'String',
                self.compiled.references.map((path) => path.join('.'))
            )
    }
});

definePlatformClass({
    name: 'Formula',
    statics: {
        'FormulaEval.FormulaBuilder builder()': () => new FormulaBuilderValue(),
        'void recalculateFormulas(List<SObject> records)': (records: ApexList) =>
            context().org.data.recalculateFormulas(records.items as never[])
    }
});
