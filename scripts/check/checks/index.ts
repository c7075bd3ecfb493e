import type { Check } from './check.ts';
import { checkApiVersions } from './apex-files.ts';
import { checkComponentExposure } from './component-targets.ts';
import { checkLabelUse } from './labels.ts';
import { checkLicensedFeatures } from './licensed-features.ts';
import { checkConventionReferences } from './missing-references.ts';
import { checkEventCount, checkQueueObjects } from './objects.ts';
import { checkPackageDirection } from './package-direction.ts';
import { checkForeignPages } from './pages.ts';
import { checkCredentialAccess, checkPermissionsComplete } from './permissions-complete.ts';
import { checkSecrets } from './secrets.ts';
import { checkPlatform } from './platform.ts';
import { checkStandalone } from './standalone.ts';
import { checkTranslationUse } from './translations.ts';
import { checkTrustedSites } from './trusted-sites.ts';

/** What this project asks of itself besides: an org would take it, and somebody would be the worse for it. */
export const OWN_CHECKS: readonly Check[] = [
    checkApiVersions,
    checkComponentExposure,
    checkConventionReferences,
    checkCredentialAccess,
    checkEventCount,
    checkForeignPages,
    checkLabelUse,
    checkLicensedFeatures,
    checkPackageDirection,
    checkPermissionsComplete,
    checkQueueObjects,
    checkSecrets,
    checkStandalone,
    checkTranslationUse,
    checkTrustedSites
];

/** Every check of the metadata. */
export const ALL_CHECKS: readonly Check[] = [checkPlatform, ...OWN_CHECKS];

export { checkPlatform };
