import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SObjectValue } from '../platform/values/index.ts';
import { customMetadataRow } from './custom-metadata.ts';
import { matchFile } from './file-kinds.ts';
import { assembleObjects } from './object-metadata.ts';
import type { ObjectParts } from './object-metadata.ts';
import { listFiles, readProject } from './project.ts';
import type { Project } from './project.ts';
import type * as Types from './types.ts';
import { MetadataError } from './xml.ts';

/** Told of a file that cannot be used; throws to stop there. */
export type OnUnusable = (error: Error) => void;

/**
 * Reads all metadata of a project.
 * @throws MetadataError with file and line when a file cannot be used, unless `onUnusable` takes it
 */
export function openMetadata(projectDir: string, onUnusable?: OnUnusable): Types.MetadataStore {
    return new ProjectMetadata(readProject(projectDir), onUnusable);
}

interface Item {
    kind: string;
    value: unknown;
}

class ProjectMetadata implements Types.MetadataStore {
    readonly projectDir: string;
    readonly sourceApiVersion: string;
    readonly namespace: string;
    readonly packageDirectories: Project['packageDirectories'];
    readonly onUnusable?: OnUnusable;
    private readonly items = new Map<string, Item>();
    /** What was put together from the items; emptied when one changes. */
    private derived = new Map<string, unknown>();

    constructor(project: Project, onUnusable?: OnUnusable) {
        this.onUnusable = onUnusable;
        this.projectDir = project.projectDir;
        this.sourceApiVersion = project.sourceApiVersion;
        this.namespace = project.namespace;
        this.packageDirectories = project.packageDirectories;
        for (const file of listFiles(project)) this.loadOr(file, onUnusable);
    }

    private loadOr(file: string, onUnusable?: OnUnusable): void {
        try {
            this.load(file);
        } catch (error) {
            if (!onUnusable || !(error instanceof MetadataError)) throw error;
            onUnusable(error);
        }
    }

    private load(file: string): void {
        const match = matchFile(file);
        if (!match) return;
        const value = match.kind.read({ ...match.context, apiVersion: this.sourceApiVersion });
        this.items.set(file, { kind: match.kind.kind, value });
    }

    reload(path: string): Types.ReloadResult {
        const given = resolve(this.projectDir, path);
        const file = given.replace(/\.(cls|trigger)-meta\.xml$/, '.$1');
        const match = matchFile(file);
        if (!match)
            return { kind: /[\\/]lwc[\\/]/.test(file) ? 'lwc' : 'other', name: file, deleted: !existsSync(file) };
        const deleted = !existsSync(file);
        if (deleted) this.items.delete(file);
        else this.load(file);
        this.derived = new Map();
        return { kind: match.kind.reload, name: match.context.name, deleted };
    }

    private derive<T>(key: string, compute: () => T): T {
        if (!this.derived.has(key)) this.derived.set(key, compute());
        return this.derived.get(key) as T;
    }

    private all<T>(kind: string): T[] {
        const collect = (): T[] =>
            [...this.items.values()].filter((item) => item.kind === kind).map((item) => item.value as T);
        return this.derive(`all:${kind}`, collect);
    }

    private find<T extends { name: string }>(kind: string, name: string): T | undefined {
        return this.all<T>(kind).find((item) => item.name.toLowerCase() === name.toLowerCase());
    }

    get apexClasses(): Types.ApexSource[] {
        return this.all('apexClass');
    }

    get triggers(): Types.ApexSource[] {
        return this.all('trigger');
    }

    get objects(): Types.ObjectMetadata[] {
        const parts = (): ObjectParts => ({
            files: this.all('object'),
            fields: this.all('field'),
            validationRules: this.all('validationRule'),
            recordTypes: this.all('recordType'),
            listViews: this.all('listView'),
            fieldSets: this.all('fieldSet'),
            compactLayouts: this.all('compactLayout')
        });
        return this.derive('objects', () => assembleObjects(parts()));
    }

    get valueSets(): Types.ValueSetMetadata[] {
        return [
            ...this.all<Types.ValueSetMetadata>('globalValueSet'),
            ...this.all<Types.ValueSetMetadata>('standardValueSet')
        ];
    }

    get customMetadataRecords(): Types.CustomMetadataRecord[] {
        return this.all('customMetadata');
    }

    customMetadata(typeName: string): SObjectValue[] {
        const wanted = typeName.toLowerCase();
        return this.derive(`rows:${wanted}`, () => {
            const type = this.objects.find((object) => object.name.toLowerCase() === wanted);
            const records = this.customMetadataRecords.filter((record) => record.type.toLowerCase() === wanted);
            return records.flatMap((record) => this.usable(() => customMetadataRow(record, type?.fields ?? [])));
        });
    }

    private usable<T>(read: () => T): T[] {
        try {
            return [read()];
        } catch (error) {
            if (!this.onUnusable || !(error instanceof MetadataError)) throw error;
            this.onUnusable(error);
            return [];
        }
    }

    get labels(): Types.LabelMetadata[] {
        return this.derive('labels', () => {
            const translations = this.all<Types.TranslationMetadata>('translation');
            const translated = (name: string): Record<string, string> =>
                Object.fromEntries(translations.filter((t) => t.labels[name]).map((t) => [t.language, t.labels[name]]));
            return this.all<Types.LabelMetadata[]>('labels')
                .flat()
                .map((label) => ({ ...label, translations: translated(label.name) }));
        });
    }

    label(name: string, language = 'en_US'): string | undefined {
        const label = this.labels.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
        return label && (translationOf(label, language) ?? label.value);
    }

    translation(kind: 'applications' | 'tabs', name: string, language: string): string | undefined {
        const all = this.all<Types.TranslationMetadata>('translation');
        const inLanguage = (wanted: string): string | undefined =>
            all.find((one) => one.language === wanted && one[kind][name])?.[kind][name];
        return inLanguage(language) ?? inLanguage(language.split('_')[0]);
    }

    get permissionSets(): Types.PermissionSetMetadata[] {
        return this.all('permissionSet');
    }

    get mutingPermissionSets(): Types.PermissionGrants[] {
        return this.all('mutingPermissionSet');
    }

    get sharingRules(): Types.SharingRuleMetadata[] {
        return this.all<Types.SharingRuleMetadata[]>('sharingRules').flat();
    }

    get permissionSetGroups(): Types.PermissionSetGroupMetadata[] {
        return this.all('permissionSetGroup');
    }

    get profiles(): Types.PermissionGrants[] {
        return this.all('profile');
    }

    get customPermissions(): Types.CustomPermissionMetadata[] {
        return this.all('customPermission');
    }

    get queues(): Types.QueueMetadata[] {
        return this.all('queue');
    }

    get groups(): Types.GroupMetadata[] {
        return this.all('group');
    }

    get roles(): Types.RoleMetadata[] {
        return this.all('role');
    }

    get namedCredentials(): Types.NamedCredentialMetadata[] {
        return this.all('namedCredential');
    }

    get externalCredentials(): Types.ExternalCredentialMetadata[] {
        return this.all('externalCredential');
    }

    get remoteSites(): Types.RemoteSiteMetadata[] {
        return this.all('remoteSite');
    }

    get cachePartitions(): Types.CachePartitionMetadata[] {
        return this.all('cachePartition');
    }

    get eventSubscribers(): Types.EventSubscriberMetadata[] {
        return this.all('eventSubscriber');
    }

    hasFlow(name: string): boolean {
        return this.find('flow', name) !== undefined;
    }

    namedCredential(name: string): Types.NamedCredentialMetadata | undefined {
        return this.find('namedCredential', name);
    }

    externalCredential(name: string): Types.ExternalCredentialMetadata | undefined {
        return this.find('externalCredential', name);
    }

    get flexiPages(): Types.FlexiPageMetadata[] {
        return this.all('flexiPage');
    }

    get applications(): Types.CustomApplicationMetadata[] {
        return this.all('application');
    }

    get tabs(): Types.TabMetadata[] {
        return this.all('tab');
    }

    get layouts(): Types.LayoutMetadata[] {
        return this.all('layout');
    }

    get quickActions(): Types.QuickActionMetadata[] {
        return this.all('quickAction');
    }

    get lwcBundles(): Types.LwcBundleMetadata[] {
        return this.all('lwc');
    }

    get listViews(): Types.ListViewMetadata[] {
        return this.all('listView');
    }

    get staticResources(): { name: string; file: string; contentType: string }[] {
        return this.all('staticResource');
    }
}

/** `de_AT` falls back to `de`, as a language of the platform does to the one it is a variant of. */
function translationOf({ translations }: Types.LabelMetadata, language: string): string | undefined {
    return translations[language] ?? translations[language.split('_')[0]];
}
