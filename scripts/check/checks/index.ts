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
import { checkLicensedFeatures } from './licensed-features.ts';
import { checkMetadataSchema } from './metadata-schema.ts';
import { checkMissingReferences } from './missing-references.ts';
import { checkObjects, checkQueues } from './objects.ts';
import { checkPackageDirection } from './package-direction.ts';
import { checkPageProperties } from './page-properties.ts';
import { checkPages } from './pages.ts';
import { checkCredentialAccess, checkPermissionsComplete } from './permissions-complete.ts';
import { checkPermissionsLegal } from './permissions-legal.ts';
import { checkSecrets } from './secrets.ts';
import { checkSoql } from './soql.ts';

/** Every check of the metadata. */
export const ALL_CHECKS: readonly Check[] = [
    checkApexFiles,
    checkAutomation,
    checkComponentImports,
    checkComponentTargets,
    checkCustomMetadata,
    checkDefinitions,
    checkFields,
    checkFormulas,
    checkLabels,
    checkLicensedFeatures,
    checkMetadataSchema,
    checkMissingReferences,
    checkObjects,
    checkQueues,
    checkPackageDirection,
    checkPageProperties,
    checkPages,
    checkCredentialAccess,
    checkPermissionsComplete,
    checkPermissionsLegal,
    checkSecrets,
    checkSoql
];
