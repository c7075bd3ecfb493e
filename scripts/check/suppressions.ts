import type { Finding } from './apex-types.ts';

/** Findings of one rule that are right by the rule and no defect here. */
interface Suppression {
    readonly rule: string;
    readonly files: readonly string[];
    readonly reason: string;
}

const field = (object: string, name: string): string => `${object}/fields/${name}.field-meta.xml`;

/** Metadata keeps no comments when it is retrieved, so suppressions stand here, each with its reason. */
export const SUPPRESSIONS: readonly Suppression[] = [
    {
        rule: 'ProtectSensitiveData',
        files: [
            field('AI_Audit_Log__c', 'Cached_Tokens__c'),
            field('AI_Audit_Log__c', 'Input_Tokens__c'),
            field('AI_Audit_Log__c', 'Output_Tokens__c'),
            field('AI_Model__mdt', 'Context_Tokens__c'),
            field('AI_Use_Case__mdt', 'Daily_Token_Budget__c'),
            field('AI_Use_Case__mdt', 'Max_Output_Tokens__c'),
            field('AI_Use_Case__mdt', 'Token_Budget__c')
        ],
        reason: 'A number: how many tokens a model reads or writes. It opens nothing.'
    },
    {
        rule: 'ProtectSensitiveData',
        files: [field('AI_Masking_Rule__mdt', 'Token__c')],
        reason: 'The word that stands for masked text, such as EMAIL. It opens nothing.'
    },
    {
        rule: 'ProtectSensitiveData',
        files: [field('AI_Audit_Log__c', 'Prompt_Signature__c')],
        reason: 'The SHA-256 of a prompt version, to prove which one was used. It opens nothing.'
    },
    {
        rule: 'ProtectSensitiveData',
        files: [field('AI_Model__mdt', 'Named_Credential__c')],
        reason: 'The name of a Named Credential; the key is kept by the external credential, outside metadata.'
    },
    {
        rule: 'ApexUnitTestClassShouldHaveAsserts',
        files: ['AIUseCasesTest.cls'],
        reason: 'The assertions stand in a method of the test class, which the rule does not follow.'
    }
];

/** The findings that no suppression covers, and one for each suppressed file that has nothing to suppress any more. */
export function applySuppressions(
    findings: readonly Finding[],
    suppressions: readonly Suppression[] = SUPPRESSIONS
): Finding[] {
    const left = findings.filter((finding) => !suppressions.some((suppression) => covers(suppression, finding)));
    return [...left, ...suppressions.flatMap((suppression) => stale(suppression, findings))];
}

function covers({ rule, files }: Suppression, finding: Finding): boolean {
    return rule === finding.rule && files.some((file) => finding.file.endsWith(`/${file}`));
}

function stale({ rule, files }: Suppression, findings: readonly Finding[]): Finding[] {
    const used = (file: string) => findings.some((found) => found.rule === rule && found.file.endsWith(`/${file}`));
    return files
        .filter((file) => !used(file))
        .map((file) => ({
            file,
            line: 1,
            severity: 3,
            rule: 'Stale suppression',
            message: `${rule} finds nothing here any more; remove the file from scripts/check/suppressions.ts`
        }));
}
