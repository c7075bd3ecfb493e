/** `npm run analyze`: Apex types and Apex security, both with tools that need Java. Exits with 1 when anything is found. */
import path from 'node:path';
import { checkApexSecurity } from './apex-security.ts';
import { checkApexTypes } from './apex-types.ts';
import { applySuppressions } from './suppressions.ts';

// Moderate and worse; below that are opinions.
const WORST_ALLOWED = 4;

const root = path.resolve(import.meta.dirname, '../..');
const all = [...(await checkApexTypes(root)), ...(await checkApexSecurity(root))];
const findings = applySuppressions(all.filter(({ severity }) => severity < WORST_ALLOWED));
for (const { file, line, severity, rule, message } of findings) {
    console.log(`${file}:${line}  severity ${severity}  ${rule}: ${message}`);
}
console.log(findings.length === 0 ? 'The analysis of the Apex found nothing.' : `${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
