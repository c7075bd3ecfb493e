import path from 'node:path';
import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, child, children, descendants, textOf } from '../project/xml.ts';
import { schemaOf } from '../schema/index.ts';
import { isStandardObject } from '../schema/object-schema.ts';
import type { Check } from './check.ts';

/** List views, reports and dashboards. */
export const checkPages: Check = (project) => [
    ...project.metadata('listView').flatMap((file) => listViewProblems(project, file)),
    ...project
        .metadata('report')
        .flatMap((file) => [...folderProblems(project, file), ...reportProblems(project, file)]),
    ...project.metadata('reportType').flatMap((file) => reportTypeProblems(project, file)),
    ...project.metadata('dashboard').flatMap((file) => folderProblems(project, file))
];

/** Columns of the base object; those of joined objects hang on relationships that only the org resolves. */
function reportTypeProblems(project: Project, file: SourceFile): Problem[] {
    return atPath(file.xml!, 'sections/columns').flatMap((column) => {
        const [object, ...joined] = (textOf(column, 'table') ?? '').split('.');
        const field = child(column, 'field');
        if (!field || joined.length > 0 || !/__c$/.test(field.text.trim())) return [];
        const problem = schemaOf(project).problemOf(object, field.text.trim().split('.'));
        return problem ? [file.problem(field.line, problem, 'Correct the column, or add the field')] : [];
    });
}

/** What belongs to one org: its layouts, and the people that dashboards run as. */
export const checkForeignPages: Check = (project) => [
    ...project.metadata('layout').flatMap(layoutProblems),
    ...project.metadata('dashboard').flatMap(dashboardProblems)
];

/** Columns of standard fields have names of their own; those of custom fields are API names. */
function listViewProblems(project: Project, file: SourceFile): Problem[] {
    const named = [...children(file.xml!, 'columns'), ...atPath(file.xml!, 'filters/field')];
    const missing = named
        .filter(({ text }) => /__c$/.test(text.trim()))
        .flatMap(({ text, line }) => {
            const problem = schemaOf(project).problemOf(file.object, [text.trim()]);
            return problem ? [file.problem(line, problem, 'Correct the column, or add the field')] : [];
        });
    const scope = child(file.xml!, 'filterScope');
    if (scope?.text.trim() === 'Queue' && !textOf(file.xml!, 'queue'))
        missing.push(file.problem(scope.line, 'A list view of a queue names no queue', 'Add <queue>'));
    return missing;
}

/** `Case-Case Layout` is the layout that every org has, with changes of its own. */
function layoutProblems(file: SourceFile): Problem[] {
    const [object, name = ''] = file.name.split(/-(.*)/);
    if (!isStandardObject(object) || name.replace(/ /g, '') !== `${object}Layout`) return [];
    return [file.problem(1, `${file.name} overwrites the layout that the org has`, 'Give the layout another name')];
}

function folderProblems(project: Project, file: SourceFile): Problem[] {
    const folder = path.posix.dirname(file.path);
    const name = path.posix.basename(folder);
    if (/^(reports|dashboards)$/.test(name) || name === 'unfiled$public') return [];
    if (project.file(`${folder}.${file.suffix}Folder-meta.xml`)) return [];
    return [
        file.problem(1, `The folder ${name} is not declared`, `Add ${name}.${file.suffix}Folder-meta.xml beside it`)
    ];
}

/** `Object.Field__c`, `Object$Field__c`, or the like behind `FK_$` for a parent's. */
const REPORT_COLUMN = /^(?:FK_\$)?(\w+?)[.$](\w+__c)$/;

function reportProblems(project: Project, file: SourceFile): Problem[] {
    const root = file.xml!;
    const groupings = descendants(root).filter(({ name }) => /^groupings(Down|Across)$/.test(name));
    const grouped = new Set(groupings.map((grouping) => textOf(grouping, 'field')));
    const repeated = atPath(root, 'columns/field').filter(({ text }) => grouped.has(text.trim()));
    const named = descendants(root).filter(
        ({ name, text }) => /^(field|column)$/.test(name) && REPORT_COLUMN.test(text.trim())
    );
    return [
        ...repeated.map(({ text, line }) =>
            file.problem(line, `${text.trim()} is grouped by and a column too`, 'Remove the column')
        ),
        ...named.flatMap(({ text, line }) => {
            const [, object, field] = REPORT_COLUMN.exec(text.trim())!;
            const problem = schemaOf(project).problemOf(object, [field]);
            return problem ? [file.problem(line, problem, 'Correct the column, or add the field')] : [];
        })
    ];
}

function dashboardProblems(file: SourceFile): Problem[] {
    const user = child(file.xml!, 'runningUser');
    if (!user) return [];
    return [
        file.problem(
            user.line,
            `The dashboard runs as ${user.text.trim()}, who is in no other org`,
            'Use dashboardType LoggedInUser'
        )
    ];
}
