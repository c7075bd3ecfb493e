import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import { queriesOf } from '../project/queries.ts';
import type { SourceFile } from '../project/source-file.ts';
import { descendants } from '../project/xml.ts';
import { codeOnly, isApex } from '../references/in-apex.ts';
import type { Check } from './check.ts';

/** Names that exist only where the feature is bought or the package is installed. */
const LICENSED = /\b(Knowledge__(?:ka|kav|\w+)|KnowledgeArticleVersion|FSL__\w+|NetworkMember(?:Group)?)\b/g;
const LICENSED_OBJECTS = /^(Network|NetworkMember|KnowledgeArticle|KnowledgeArticleVersion)$/i;
/** Objects of Field Service without its managed package: there once it is switched on. */
const FIELD_SERVICE =
    /\b(ServiceAppointment|ServiceResource\w*|ServiceTerritory\w*|AssignedResource|WorkType|ProductConsumed|ProductRequired|ProductItem\w*|MaintenancePlan|MaintenanceAsset|ServiceReport|WorkPlan\w*|SkillRequirement|ResourceAbsence|TimeSheet\w*)\b/g;
const MEND = 'Reach it dynamically, by its name in a string, and only when it is there';

/** Knowledge, Experience Cloud and `FSL__` are reached dynamically only; Field Service objects in its directory only. */
export const checkLicensedFeatures: Check = (project) => [
    ...project
        .ofSuffix('cls', 'trigger')
        .filter(isApex)
        .flatMap((file) => [...apexProblems(project, file), ...queryProblems(file)]),
    ...project.files
        .filter((file) => file.isMetadata && file.xml !== null)
        .flatMap((file) => metadataProblems(project, file)),
    ...componentProblems(project)
];

function isFieldService(project: Project, file: SourceFile): boolean {
    return project.packageOf(file).endsWith('field-service');
}

function apexProblems(project: Project, file: SourceFile): Problem[] {
    const code = codeOnly(file.text);
    const patterns = isFieldService(project, file) ? [LICENSED] : [LICENSED, FIELD_SERVICE];
    return patterns.flatMap((pattern) =>
        [...code.matchAll(pattern)].map((match) => tied(file, file.lineAt(match.index), match[1]))
    );
}

function queryProblems(file: SourceFile): Problem[] {
    return queriesOf(file)
        .filter(({ dynamic, level }) => !dynamic && LICENSED_OBJECTS.test(level.from))
        .map(({ line, level }) => tied(file, line, level.from));
}

function metadataProblems(project: Project, file: SourceFile): Problem[] {
    const own = LICENSED.test(file.path)
        ? [tied(file, 1, /(Knowledge__kav|FSL__\w+)/.exec(file.path)?.[0] ?? file.name)]
        : [];
    LICENSED.lastIndex = 0;
    if (!/Knowledge__|FSL__|NetworkMember|Service|Product|Maintenance|Work|Assigned|Resource|TimeSheet/.test(file.text))
        return own;
    const named = descendants(file.xml!).filter(({ name, children }) => children.length === 0 && isName(name));
    return [...own, ...named.flatMap(({ text, line }) => textProblems(project, file, text, line))];
}

/** Elements whose text is a name or a formula, not prose. */
function isName(element: string): boolean {
    return /^(object|field|name|referenceTo|sobjectType|targetObject|fieldItem|formula|errorConditionFormula|tab|tabs|columns|leftValue|pageOrSobjectType|recordType|report)$/.test(
        element
    );
}

function textProblems(project: Project, file: SourceFile, text: string, line: number): Problem[] {
    const patterns = isFieldService(project, file) ? [LICENSED] : [LICENSED, FIELD_SERVICE];
    return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => tied(file, line, match[1])));
}

function componentProblems(project: Project): Problem[] {
    const scripts = project.ofSuffix('ts', 'js').filter((file) => file.bundle !== '' && !file.isMetadata);
    return scripts.flatMap((file) =>
        [...file.text.matchAll(/@salesforce\/(?:schema\/(?:Knowledge__\w+|FSL__\w+)|community\/\w+|site\/\w+)/g)].map(
            (match) => tied(file, file.lineAt(match.index), match[0])
        )
    );
}

function tied(file: SourceFile, line: number, name: string): Problem {
    return file.problem(line, `${name} is not in every org, so that naming it breaks the deploy`, MEND);
}
