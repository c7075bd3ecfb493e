import type { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import type { Check } from './check.ts';
import { checkApexFiles } from './apex-files.ts';
import { checkAutomation } from './automation.ts';
import { checkComponentImports } from './component-imports.ts';
import { checkComponentTargets } from './component-targets.ts';
import { checkCustomMetadata } from './custom-metadata.ts';
import { checkDefinitions } from './definitions.ts';
import { checkFields } from './fields.ts';
import { checkFormulas } from './formulas.ts';
import { checkLabels } from './labels.ts';
import { checkMetadataSchema } from './metadata-schema.ts';
import { checkMissingReferences } from './missing-references.ts';
import { checkObjects, checkQueues } from './objects.ts';
import { checkPageProperties } from './page-properties.ts';
import { checkPages } from './pages.ts';
import { checkPermissionsLegal } from './permissions-legal.ts';
import { checkSoql } from './soql.ts';
import { checkTranslations } from './translations.ts';
import { checkFlowElements } from './flow-elements.ts';

/** What Salesforce refuses, in any project. */
const PLATFORM_CHECKS: readonly Check[] = [
    checkApexFiles,
    checkAutomation,
    checkComponentImports,
    checkComponentTargets,
    checkCustomMetadata,
    checkDefinitions,
    checkFields,
    checkFlowElements,
    checkFormulas,
    checkLabels,
    checkMetadataSchema,
    checkMissingReferences,
    checkObjects,
    checkPageProperties,
    checkPages,
    checkPermissionsLegal,
    checkQueues,
    checkSoql,
    checkTranslations
];

const found = new WeakMap<Project, Problem[]>();

/** What `PLATFORM_CHECKS` find in a project, looked for once. */
export const checkPlatform: Check = (project) => {
    const known = found.get(project) ?? PLATFORM_CHECKS.flatMap((check) => check(project));
    found.set(project, known);
    return known;
};
