import type { Problem } from '../problem.ts';
import type { SourceFile } from '../project/source-file.ts';
import { descendants } from '../project/xml.ts';
import type { Check } from './check.ts';

const KEYS =
    /\b(sk-(?:ant-|proj-)?[A-Za-z0-9_-]{20,}|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[0-9A-Za-z_-]{35}|eyJ[\w-]{20,}\.[\w-]{10,}\.[\w-]{10,})|-----BEGIN [A-Z ]*PRIVATE KEY-----|\b00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{20,}/g;
/** Fifteen or eighteen letters and digits that begin as the ids of common objects do. */
const ID =
    /(?:['">])((?:00[1-9DGQTUXeEkKlOp]|0(?:05|12|15|1t|1p|68|69|6A|1I|1Z|PS|Pa|Ps|D[A-Z]|H[A-Z])|500|570|701|80[1-9]|a[0-9A-Za-z]{2})[0-9A-Za-z]{12}(?:[0-9A-Z]{3})?)(?=['"<])/g;
const USER = /^(user|users|runningUser|username|recipient|defaultCaseUser|runAsUser|owner|lastModifiedBy|caseOwner)$/;

/** No record ids, usernames or keys: they belong to one org, and to nobody else. */
export const checkSecrets: Check = (project) =>
    project.files.flatMap((file) => [...keyProblems(file), ...idProblems(file), ...usernameProblems(file)]);

function keyProblems(file: SourceFile): Problem[] {
    return [...file.text.matchAll(KEYS)]
        .filter(([key]) => !isMadeUp(file, key))
        .map((match) =>
            file.problem(
                file.lineAt(match.index),
                'This looks like a secret key',
                'Remove it and revoke it; keys are set in the org, never in source'
            )
        );
}

/** Tests of masking need something that looks like a key: it must say of itself that it is none. */
function isMadeUp(file: SourceFile, key: string): boolean {
    return /\/tests\//.test(file.path) && /example|test|fake|dummy|abcdefgh|123456/i.test(key);
}

/** Ids in tests are made up. */
function idProblems(file: SourceFile): Problem[] {
    if (/\/tests\/|@IsTest\b/i.test(file.path) || /@IsTest\b/i.test(file.text)) return [];
    return [...file.text.matchAll(ID)]
        .filter((match) => /\d/.test(match[1].slice(3)) && (match[1].length === 15 || match[1].length === 18))
        .map((match) =>
            file.problem(
                file.lineAt(match.index),
                `${match[1]} looks like a record id`,
                'Look the record up by its name'
            )
        );
}

function usernameProblems(file: SourceFile): Problem[] {
    if (!file.isMetadata || !file.text.includes('@') || !file.xml) return [];
    return descendants(file.xml)
        .filter(({ name, text }) => USER.test(name) && /^\S+@\S+\.\S+$/.test(text.trim()))
        .map(({ name, text, line }) =>
            file.problem(line, `${name} is the username ${text.trim()}`, 'Name a queue, a role or a field instead')
        );
}
