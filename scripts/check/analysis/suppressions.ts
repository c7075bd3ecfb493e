import type { Finding } from './finding.ts';

/** Findings of one rule that are right by the rule and no defect here. */
interface Suppression {
    readonly rule: string;
    /** Ends of paths; everywhere when there are none. */
    readonly files?: readonly string[];
    /** What the message says, where the rule says several things. */
    readonly message?: RegExp;
    /** What stands in the file. */
    readonly text?: RegExp;
    readonly reason: string;
}

const field = (object: string, name: string): string => `${object}/fields/${name}.field-meta.xml`;

/** Metadata keeps no comments when it is retrieved, so suppressions stand here, each with its reason. */
export const SUPPRESSIONS: readonly Suppression[] = [
    {
        rule: 'ProtectSensitiveData',
        text: /<type>(Number|Checkbox|Date|DateTime)<\/type>/,
        reason: 'A number, such as how many tokens a model reads, a moment or a yes: it opens nothing.'
    },
    {
        rule: 'ProtectSensitiveData',
        files: [field('AI_Model__mdt', 'Token_Limit_Parameter__c'), field('AI_Masking_Rule__mdt', 'Token__c')],
        reason: 'A word of a request to a model, or the one that stands for masked text, such as EMAIL. It opens nothing.'
    },
    {
        rule: 'ProtectSensitiveData',
        files: [
            field('AI_Usage__c', 'Key__c'),
            field('AI_Usage__c', 'Subject_Key__c'),
            field('AI_Interaction__c', 'Idempotency_Key__c'),
            field('AI_Interaction__c', 'Waiting_Key__c')
        ],
        reason: 'Names a row, so that there is only one of it. It opens nothing.'
    },
    {
        rule: 'ProtectSensitiveData',
        files: [field('AI_Audit_Log__c', 'Prompt_Signature__c')],
        reason: 'The SHA-256 of a prompt version, to prove which one was used. It opens nothing.'
    },
    {
        rule: 'ProtectSensitiveData',
        files: [field('AI_Model__mdt', 'Named_Credential__c'), field('AI_Provider__mdt', 'External_Credential__c')],
        reason: 'The name of a Named or External Credential; the key is kept by the external credential, outside metadata.'
    },
    {
        rule: 'ApexUnitTestClassShouldHaveAsserts',
        files: [
            'AIUseCasesTest.cls',
            'AIRestResourceTest.cls',
            'AfterCallControllerTest.cls',
            'AfterCallTest.cls',
            'CallDueDateTest.cls',
            'CallFormatTest.cls',
            'CallFormatsTest.cls',
            'EmailDraftControllerTest.cls',
            'NextStepControllerTest.cls',
            'SalesRecordTest.cls'
        ],
        reason: 'The assertions stand in a method of the test class, which the rule does not follow.'
    },
    {
        rule: 'ApexUnitTestClassShouldHaveRunAs',
        reason: 'Tests of who may do what run as that person; a test of logic says no more as somebody else.'
    },
    {
        rule: 'AvoidInlineStyles',
        files: ['callFigures.html', 'dealStageDays.html'],
        reason: 'The length of a bar is the number that stands beside it as text; a style sheet cannot know it.'
    },
    {
        rule: 'DatabaseOperationsMustUseWithSharing',
        files: ['AIDataSubject.cls', 'AIErasure.cls'],
        reason: 'What is kept about a person is erased wherever it is; who may ask for it is a custom permission.'
    },
    {
        rule: 'AvoidDatabaseOperationInLoop',
        files: ['AIDataSubject.cls', 'AIErasure.cls'],
        reason: 'A job of its own for each person, who is named one at a time.'
    },
    {
        rule: 'AvoidNonRestrictiveQueries',
        text: /@IsTest\b/i,
        reason: 'A test sees no rows but those that it made.'
    },
    {
        rule: '@salesforce-ux/slds/no-hardcoded-values-slds2',
        message: /^There's no replacement styling hook/,
        reason: 'Sizes that the design system has no hook for, such as the 44 pixels that a finger needs.'
    }
];

/** The rule of a suppression that has nothing to suppress. */
export const STALE = 'Stale suppression';

/** The text of a file, by its path from the root of the project. */
type Read = (file: string) => string;

/** The findings that no suppression covers, and one for each suppressed file that has nothing to suppress any more. */
export function applySuppressions(
    findings: readonly Finding[],
    read: Read,
    suppressions: readonly Suppression[] = SUPPRESSIONS
): Finding[] {
    const left = findings.filter((finding) => !suppressions.some((suppression) => covers(suppression, finding, read)));
    return [...left, ...suppressions.flatMap((suppression) => stale(suppression, findings, read))];
}

function covers({ rule, files, message, text }: Suppression, finding: Finding, read: Read): boolean {
    if (rule !== finding.rule || (message && !message.test(finding.message))) return false;
    if (text && !text.test(read(finding.file))) return false;
    return !files || files.some((file) => finding.file.endsWith(`/${file}`));
}

function stale(suppression: Suppression, findings: readonly Finding[], read: Read): Finding[] {
    const parts = suppression.files?.map((file) => ({ ...suppression, files: [file] })) ?? [suppression];
    return parts
        .filter((part) => !findings.some((finding) => covers(part, finding, read)))
        .map(({ files, rule }) => ({
            file: files?.[0] ?? 'scripts/check/analysis/suppressions.ts',
            line: 1,
            severity: 3,
            rule: STALE,
            message: `${rule} finds nothing here any more; remove it from scripts/check/analysis/suppressions.ts`
        }));
}
