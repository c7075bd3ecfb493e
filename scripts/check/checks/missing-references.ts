import type { Problem } from '../problem.ts';
import type { Kind } from '../project/inventory.ts';
import type { Project } from '../project/project.ts';
import { referencesOf } from '../references/index.ts';
import type { Reference } from '../references/reference.ts';
import { nearest } from '../schema/near.ts';
import { schemaOf } from '../schema/index.ts';
import { isStandardObject, type ObjectSchema } from '../schema/object-schema.ts';
import type { Check } from './check.ts';

const CUSTOM = /__(c|mdt|e|b|x|kav)$/i;
/** `Namespace__Name__c`: of an installed package; what brings it is another check's business. */
const PACKAGED = /^[A-Za-z]\w*?__\w+__(c|mdt|e|b|x|kav|r)$/i;
/** Kinds of which the platform brings some itself, under names without a mark. */
const PLATFORM_HAS_SOME: ReadonlySet<Kind> = new Set(['valueSet', 'report', 'page', 'layout', 'group']);

const WORDS: Readonly<Record<Kind, string>> = {
    object: 'object',
    field: 'field',
    class: 'Apex class',
    component: 'Lightning web component',
    auraComponent: 'Aura component',
    label: 'custom label',
    permissionSet: 'permission set',
    customPermission: 'custom permission',
    customMetadata: 'custom metadata record',
    queue: 'queue',
    group: 'public group',
    flow: 'flow',
    tab: 'tab',
    application: 'application',
    page: 'Lightning page',
    quickAction: 'quick action',
    recordType: 'record type',
    layout: 'page layout',
    compactLayout: 'compact layout',
    staticResource: 'static resource',
    namedCredential: 'named credential',
    externalCredential: 'external credential',
    principal: 'principal of an external credential',
    valueSet: 'global value set',
    workflowAction: 'workflow action',
    messageChannel: 'message channel',
    report: 'report',
    reportType: 'custom report type'
};

/** Every reference between files leads somewhere. */
export const checkMissingReferences: Check = (project) => missingOf(project, ({ byConvention }) => !byConvention);

/** What values of custom metadata name by the conventions of this project is there too. */
export const checkConventionReferences: Check = (project) => missingOf(project, ({ byConvention }) => !!byConvention);

function missingOf(project: Project, wanted: (reference: Reference) => boolean): Problem[] {
    const schema = schemaOf(project);
    return referencesOf(project)
        .filter((reference) => wanted(reference) && isMissing(reference, project, schema))
        .map((reference) => missing(reference, project));
}

function isMissing({ kind, name, file }: Reference, project: Project, schema: ObjectSchema): boolean {
    if (kind === 'component' && file.isMetadata && project.inventory.has('auraComponent', name)) return false;
    if (project.inventory.has(kind, name)) return kind === 'component' && !hasExactName(name, project);
    if (kind === 'object')
        return CUSTOM.test(name) ? !PACKAGED.test(name) && !isKnowledge(name) : !isStandardObject(name);
    if (kind === 'field') return isFieldMissing(name, schema);
    if (kind === 'valueSet') return name.endsWith('__gvs');
    if (PLATFORM_HAS_SOME.has(kind))
        return kind === 'page' || (kind === 'report' && !name.startsWith('unfiled$public'));
    return !name.split('.').some((part) => part.replace(CUSTOM, '').includes('__'));
}

function hasExactName(name: string, project: Project): boolean {
    return project.inventory.find('component', name).some((declaration) => declaration.name === name);
}

function isKnowledge(name: string): boolean {
    return /^Knowledge__/i.test(name);
}

/** Compound fields stand for their parts, and a path for what its relationships lead to. */
function isFieldMissing(name: string, schema: ObjectSchema): boolean {
    const [object, ...steps] = name.split('.');
    if (steps.some((step) => PACKAGED.test(step)) || !schema.object(object)) return false;
    return schema.problemOf(object, steps) !== null;
}

function missing({ kind, name, file, line }: Reference, project: Project): Problem {
    const meant = nearest(
        name,
        project.inventory.all(kind).map((declaration) => declaration.name)
    );
    const mend =
        meant.length > 0
            ? `Did you mean ${[...new Set(meant)].join(' or ')}`
            : 'Correct the name, or add what it names';
    return file.problem(line, `There is no ${WORDS[kind]} ${name}`, mend);
}
