import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readCustomPermission, readGrants, readGroup, readPermissionSet } from './readers/access.ts';
import { readPermissionSetGroup, readQueue, readRole } from './readers/access.ts';
import { readExternalCredential, readNamedCredential, readRemoteSite } from './readers/credentials.ts';
import { readCachePartition } from './readers/cache-partitions.ts';
import { readEventSubscriber } from './readers/event-subscribers.ts';
import { readCustomMetadata, readLabels, readTranslations } from './readers/labels.ts';
import { readLwcBundle } from './readers/lwc.ts';
import { readCompactLayout, readFieldSet, readListView, readObject } from './readers/objects.ts';
import { readRecordType, readValidationRule } from './readers/objects.ts';
import { readSharingRules } from './readers/sharing-rules.ts';
import { readApplication, readFlexiPage, readLayout, readQuickAction, readTab } from './readers/pages.ts';
import type { ApexSource, FieldMetadata, ReloadResult, XmlNode } from './types.ts';
import { parseXml, text } from './xml.ts';

export interface FileContext {
    file: string;
    /** File name without the suffix of its kind. */
    name: string;
    /** Name of the object folder, for what lies under `objects/`. */
    object: string;
    /** The API version of the project, for what says none. */
    apiVersion?: string;
}

export interface FileKind {
    /** What the items of this kind are kept under. */
    kind: string;
    suffix: string;
    reload: ReloadResult['kind'];
    read(context: FileContext): unknown;
}

type XmlReader = (root: XmlNode, context: FileContext) => unknown;

function xmlKind(kind: string, suffix: string, reload: ReloadResult['kind'], read: XmlReader): FileKind {
    const readFile = (context: FileContext): unknown =>
        read(parseXml(readFileSync(context.file, 'utf8'), context.file), context);
    return { kind, suffix: `.${suffix}-meta.xml`, reload, read: readFile };
}

/** Everything that is read from a project; a file that matches no suffix is left alone. */
export const FILE_KINDS: FileKind[] = [
    { kind: 'apexClass', suffix: '.cls', reload: 'apex', read: readApex },
    { kind: 'trigger', suffix: '.trigger', reload: 'trigger', read: readApex },
    xmlKind('object', 'object', 'object', (root, c) => readObject(root, c.name, c.file)),
    xmlKind('field', 'field', 'object', (root, c): FieldMetadata => ({
        object: c.object,
        name: c.name,
        file: c.file,
        xml: root
    })),
    xmlKind('validationRule', 'validationRule', 'object', (root, c) =>
        readValidationRule(root, c.object, c.name, c.file)
    ),
    xmlKind('recordType', 'recordType', 'object', (root, c) => ({
        object: c.object,
        ...readRecordType(root, c.object, c.name)
    })),
    xmlKind('listView', 'listView', 'object', (root, c) => readListView(root, c.object, c.name, c.file)),
    xmlKind('fieldSet', 'fieldSet', 'object', (root, c) => ({ object: c.object, ...readFieldSet(root, c.name) })),
    xmlKind('compactLayout', 'compactLayout', 'object', (root, c) => ({
        object: c.object,
        ...readCompactLayout(root, c.name)
    })),
    xmlKind('globalValueSet', 'globalValueSet', 'object', (root, c) => ({ name: c.name, xml: root })),
    xmlKind('standardValueSet', 'standardValueSet', 'object', (root, c) => ({ name: c.name, xml: root })),
    xmlKind('customMetadata', 'md', 'customMetadata', (root, c) => readCustomMetadata(root, c.name, c.file)),
    xmlKind('labels', 'labels', 'label', (root, c) => readLabels(root, c.file)),
    xmlKind('translation', 'translation', 'label', (root, c) => readTranslations(root, c.name, c.file)),
    xmlKind('permissionSet', 'permissionset', 'permission', (root, c) => readPermissionSet(root, c.name, c.file)),
    xmlKind('permissionSetGroup', 'permissionsetgroup', 'permission', (root, c) =>
        readPermissionSetGroup(root, c.name, c.file)
    ),
    xmlKind('mutingPermissionSet', 'mutingpermissionset', 'permission', (root, c) => readGrants(root, c.name, c.file)),
    xmlKind('profile', 'profile', 'permission', (root, c) => readGrants(root, decodeURIComponent(c.name), c.file)),
    xmlKind('customPermission', 'customPermission', 'permission', (root, c) =>
        readCustomPermission(root, c.name, c.file)
    ),
    xmlKind('queue', 'queue', 'permission', (root, c) => readQueue(root, c.name, c.file)),
    xmlKind('group', 'group', 'permission', (root, c) => readGroup(root, c.name, c.file)),
    xmlKind('sharingRules', 'sharingRules', 'permission', (root, c) => readSharingRules(root, c.name)),
    xmlKind('role', 'role', 'permission', (root, c) => readRole(root, c.name, c.file)),
    xmlKind('namedCredential', 'namedCredential', 'credential', (root, c) => readNamedCredential(root, c.name, c.file)),
    xmlKind('externalCredential', 'externalCredential', 'credential', (root, c) =>
        readExternalCredential(root, c.name, c.file)
    ),
    xmlKind('remoteSite', 'remoteSite', 'credential', (root, c) => readRemoteSite(root, c.name, c.file)),
    xmlKind('flexiPage', 'flexipage', 'page', (root, c) => readFlexiPage(root, c.name, c.file)),
    xmlKind('application', 'app', 'page', (root, c) => readApplication(root, c.name, c.file)),
    xmlKind('tab', 'tab', 'page', (root, c) => readTab(root, c.name, c.file)),
    xmlKind('layout', 'layout', 'page', (root, c) => readLayout(root, decodeURIComponent(c.name), c.file)),
    xmlKind('quickAction', 'quickAction', 'page', (root, c) => readQuickAction(root, c.name, c.file)),
    xmlKind('eventSubscriber', 'platformEventSubscriberConfig', 'other', (root, c) =>
        readEventSubscriber(root, c.name)
    ),
    xmlKind('cachePartition', 'cachePartition', 'other', (root, c) => readCachePartition(root, c.name)),
    xmlKind('flow', 'flow', 'other', (_root, c) => ({ name: c.name, file: c.file })),
    xmlKind('staticResource', 'resource', 'other', (root, c) => readStaticResource(root, c)),
    xmlKind('lwc', 'js', 'lwc', (root, c) => readLwcBundle(root, basename(dirname(c.file)), dirname(c.file), c.file))
];

function readApex({ file, name, apiVersion }: FileContext): ApexSource {
    const metaFile = `${file}-meta.xml`;
    const meta = existsSync(metaFile) ? parseXml(readFileSync(metaFile, 'utf8'), metaFile) : undefined;
    return {
        name,
        file,
        source: readFileSync(file, 'utf8'),
        apiVersion: Number((meta && text(meta, 'apiVersion')) ?? apiVersion ?? '67.0'),
        status: ((meta && text(meta, 'status')) ?? 'Active') as ApexSource['status']
    };
}

function readStaticResource(root: XmlNode, { file, name }: FileContext) {
    return { name, file: contentFile(file, name), contentType: text(root, 'contentType') ?? '' };
}

/** The content stands beside its meta file: `logo.png`, `logo.resource`, or a folder of what becomes an archive. */
function contentFile(metaFile: string, name: string): string {
    const own = `${name}.resource-meta.xml`;
    const beside = readdirSync(dirname(metaFile)).filter(
        (file) => file !== own && file.replace(/\.[^.]+$/, '') === name
    );
    return join(dirname(metaFile), beside[0] ?? name);
}

/** The kind of a file and the names that its path gives; undefined when it is no metadata. */
export function matchFile(file: string): { kind: FileKind; context: FileContext } | undefined {
    const base = basename(file);
    const kind = FILE_KINDS.find((candidate) => base.endsWith(candidate.suffix));
    if (!kind) return undefined;
    return { kind, context: { file, name: base.slice(0, -kind.suffix.length), object: objectFolder(file) } };
}

function objectFolder(file: string): string {
    const parts = file.split(/[\\/]/);
    const position = parts.lastIndexOf('objects');
    return position < 0 ? '' : (parts[position + 1] ?? '');
}
