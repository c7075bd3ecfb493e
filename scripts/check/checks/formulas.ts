import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { child } from '../project/xml.ts';
import { schemaOf } from '../schema/index.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { Check } from './check.ts';

const CONSTANTS = /^(true|false|null|and|or|not)$/i;
const MEND = 'Correct the formula, or add what it names';

/** Fields that formulas, defaults and validation rules name. What a formula means only an org can tell. */
export const checkFormulas: Check = (project) => {
    const schema = schemaOf(project);
    return project
        .metadata('field', 'validationRule')
        .flatMap((file) =>
            ['formula', 'errorConditionFormula'].flatMap((element) =>
                formulaProblems(file, element, file.object, schema)
            )
        )
        .concat(balance(project));
};

function formulaProblems(file: SourceFile, element: string, object: string, schema: ObjectSchema): Problem[] {
    const formula = child(file.xml!, element);
    if (!formula) return [];
    const code = codeOf(formula.text);
    return [...code.matchAll(/(?<![\w.$:])[A-Za-z]\w*(?:\.\w+)*(?![\w.:])(?!\s*\()/g)].flatMap((match) => {
        if (CONSTANTS.test(match[0])) return [];
        const problem = schema.problemOf(object, match[0].split('.'));
        const line = formula.line + code.slice(0, match.index).split('\n').length - 1;
        return problem ? [file.problem(line, problem, MEND)] : [];
    });
}

/** Strings, comments and global variables blanked, positions kept. */
function codeOf(formula: string): string {
    return formula.replace(/\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\$\w+(?:\.\w+)*/g, (text) =>
        text.replace(/[^\n]/g, ' ')
    );
}

function balance(project: Project): Problem[] {
    return project.metadata('field', 'validationRule').flatMap((file) => {
        const formula = child(file.xml!, 'formula') ?? child(file.xml!, 'errorConditionFormula');
        if (!formula) return [];
        const code = codeOf(formula.text);
        const open = code.split('(').length - code.split(')').length;
        if (open === 0) return [];
        return [
            file.problem(
                formula.line,
                `The formula has ${Math.abs(open)} ${open > 0 ? 'open' : 'closing'} brackets too many`,
                'Balance the brackets'
            )
        ];
    });
}
