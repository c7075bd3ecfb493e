import type { ObjectSchema } from '../../data/schema/types.ts';
import type { DmlOptions, DmlResult } from '../../data/types.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { toRestError } from '../http/error-response.ts';
import { RestError, malformed } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { asJsonRecord, readRecord, type JsonRecord } from '../records/read-record.ts';
import type { UserOrg } from '../records/user-org.ts';
import { auditFieldOptions } from './audit-fields.ts';
import { Resources } from './resources.ts';

const LARGEST_TREE = 200;

interface TreeNode {
    referenceId: string;
    record: SObjectValue;
    parent: TreeNode | null;
    /** Field of this record that points to the parent. */
    parentField: string | null;
    depth: number;
}

interface TreeResult {
    keep: boolean;
    result: { hasErrors: boolean; results: object[] };
}

/** `/composite/tree/X`: records with their children in one request, all or none of them. */
export function compositeTreeResources(): Resources {
    const resources = new Resources();
    resources.post('/composite/tree/:object', (request, response) => {
        const userOrg = userOrgOf(response);
        const object = userOrg.object(request.params.object as string);
        const { records } = asJsonRecord(request.body);
        const options = auditFieldOptions(request, response);
        const answer = readAndSave(userOrg, object, records, options);
        response.status(answer.hasErrors ? 400 : 201).json(answer);
    });
    return resources;
}

function readAndSave(userOrg: UserOrg, object: ObjectSchema, records: unknown, options: Partial<DmlOptions>) {
    const nodes: TreeNode[] = [];
    try {
        readLevel(userOrg, object, records, null, null, nodes);
    } catch (error) {
        return treeError(error, (error as { referenceId?: string }).referenceId ?? '');
    }
    if (nodes.length > LARGEST_TREE) {
        throw new RestError(400, 'LIMIT_EXCEEDED', `A tree holds at most ${LARGEST_TREE} records.`);
    }
    return userOrg.together(() => saveLevels(userOrg, nodes, options));
}

/** Reads records and, below each, its children; parents come before their children. */
function readLevel(
    userOrg: UserOrg,
    object: ObjectSchema,
    records: unknown,
    parent: TreeNode | null,
    parentField: string | null,
    nodes: TreeNode[]
): void {
    if (!Array.isArray(records)) {
        throw malformed('The body needs a list `records`.');
    }
    for (const body of records.map(asJsonRecord)) {
        const referenceId = (body.attributes as { referenceId?: string } | undefined)?.referenceId ?? '';
        try {
            readNode(
                userOrg,
                object,
                body,
                { referenceId, parent, parentField, depth: (parent?.depth ?? -1) + 1 },
                nodes
            );
        } catch (error) {
            throw Object.assign(toRestError(error), { referenceId });
        }
    }
}

function readNode(
    userOrg: UserOrg,
    object: ObjectSchema,
    body: JsonRecord,
    place: Omit<TreeNode, 'record'>,
    nodes: TreeNode[]
): void {
    const isChildList = ([, value]: [string, unknown]): boolean =>
        Array.isArray((value as { records?: unknown } | null)?.records);
    const fields = Object.fromEntries(Object.entries(body).filter((entry) => !isChildList(entry)));
    const node = { ...place, record: readRecord(object, fields) };
    nodes.push(node);
    for (const [name, children] of Object.entries(body).filter(isChildList)) {
        const relationship = object.childRelationship(name);
        if (!relationship) {
            throw new RestError(
                400,
                'INVALID_FIELD',
                `No such relationship '${name}' on sobject of type ${object.name}`,
                [name]
            );
        }
        const child = userOrg.object(relationship.childObject);
        readLevel(userOrg, child, (children as { records: unknown }).records, node, relationship.field, nodes);
    }
}

function saveLevels(userOrg: UserOrg, nodes: TreeNode[], options: Partial<DmlOptions>): TreeResult {
    const saved = new Map<TreeNode, DmlResult>();
    for (const level of levelsOf(nodes)) {
        level.forEach((node) => pointToParent(node, saved));
        const results = userOrg.saveWithin(
            'insert',
            level.map((node) => node.record),
            options
        );
        level.forEach((node, index) => saved.set(node, results[index]));
        if (results.some((result) => !result.success)) {
            return { keep: false, result: { hasErrors: true, results: failuresOf(level, results) } };
        }
    }
    const results = nodes.map((node) => ({ referenceId: node.referenceId, id: saved.get(node)?.id }));
    return { keep: true, result: { hasErrors: false, results } };
}

/** Records of one depth and one type, shallow ones first. */
function levelsOf(nodes: TreeNode[]): TreeNode[][] {
    const levels = new Map<string, TreeNode[]>();
    for (const node of [...nodes].sort((first, second) => first.depth - second.depth)) {
        const key = `${node.depth} ${node.record.objectName}`;
        levels.set(key, [...(levels.get(key) ?? []), node]);
    }
    return [...levels.values()];
}

function pointToParent(node: TreeNode, saved: Map<TreeNode, DmlResult>): void {
    if (node.parent && node.parentField) {
        node.record.fields.set(node.parentField, saved.get(node.parent)?.id ?? null);
    }
}

function failuresOf(level: TreeNode[], results: DmlResult[]): object[] {
    return level.flatMap(({ referenceId }, index) =>
        results[index].success ? [] : [{ referenceId, errors: results[index].errors }]
    );
}

function treeError(error: unknown, referenceId: string): TreeResult['result'] {
    const { errorCode, message, fields } = toRestError(error);
    return { hasErrors: true, results: [{ referenceId, errors: [{ statusCode: errorCode, message, fields }] }] };
}
