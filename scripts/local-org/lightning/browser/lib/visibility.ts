import type { FlexiPage, FlexiPageItem, FlexiPageVisibilityRule, RecordRepresentation } from '../../protocol.ts';
import { bootstrap } from 'lib/bootstrap';

type Rule = FlexiPageVisibilityRule | undefined;
type Criterion = FlexiPageVisibilityRule['criteria'][number];

/** Fields of the record that the visibility rules of a page ask about: `Status`, `Account.Type`. */
export function fieldsInRules(page: FlexiPage): string[] {
    const rules = page.flexiPageRegions.flatMap(({ itemInstances }) => itemInstances.map(ruleOf));
    const names = rules.flatMap((rule) => rule?.criteria.map(({ leftValue }) => recordField(leftValue)) ?? []);
    return [...new Set(names.filter((name) => name !== null))];
}

/** Whether an item is to be shown; throws for a rule that the local org does not know. */
export function isVisible(item: FlexiPageItem, record: RecordRepresentation | undefined): boolean {
    const rule = ruleOf(item);
    const results = rule?.criteria.map((criterion) => holds(criterion, record)) ?? [];
    return !rule || results.length === 0 || combine(rule.booleanFilter, results);
}

function ruleOf({ componentInstance, fieldInstance }: FlexiPageItem): Rule {
    return (componentInstance ?? fieldInstance)?.visibilityRule;
}

function recordField(leftValue: string): string | null {
    return /^\{!Record\.([\w.]+)\}$/.exec(leftValue)?.[1] ?? null;
}

function combine(filter: string | undefined, results: boolean[]): boolean {
    if (!filter || /^[\d\sAND]+$/i.test(filter)) {
        return results.every(Boolean);
    }
    if (/^[\d\sOR]+$/i.test(filter)) {
        return results.some(Boolean);
    }
    throw new Error(`Not implemented in the local org: visibility filter ${filter}`);
}

function holds({ leftValue, operator, rightValue }: Criterion, record: RecordRepresentation | undefined): boolean {
    const value = valueOf(leftValue, record);
    const known: Record<string, () => boolean> = {
        EQUAL: () => value.toLowerCase() === rightValue.toLowerCase(),
        NE: () => value.toLowerCase() !== rightValue.toLowerCase(),
        CONTAINS: () => value.toLowerCase().includes(rightValue.toLowerCase()),
        GT: () => Number(value) > Number(rightValue),
        GE: () => Number(value) >= Number(rightValue),
        LT: () => Number(value) < Number(rightValue),
        LE: () => Number(value) <= Number(rightValue)
    };
    const test = known[operator];
    if (!test) {
        throw new Error(`Not implemented in the local org: visibility operator ${operator}`);
    }
    return test();
}

function valueOf(leftValue: string, record: RecordRepresentation | undefined): string {
    const permission = /^\{!\$Permission\.(CustomPermission|StandardPermission)\.(\w+)\}$/.exec(leftValue);
    if (permission) {
        const held = permission[1] === 'CustomPermission' ? bootstrap.customPermissions : bootstrap.userPermissions;
        return String(held.includes(permission[2]!));
    }
    const field = recordField(leftValue);
    if (!field) {
        throw new Error(`Not implemented in the local org: visibility of ${leftValue}`);
    }
    return String(record?.fields[field]?.value ?? '');
}
