import { Router } from 'express';
import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';
import type { LayoutItem, LayoutResponse, LayoutSection } from '../../lightning/protocol.ts';
import { userOrgOf } from '../http/session.ts';
import { partsOf } from '../records/compound-fields.ts';
import type { UserOrg } from '../records/user-org.ts';
import { defaultPage, type FieldSection } from './default-pages.ts';
import { accessibleObject } from './object-info.ts';

/** What a layout is for: all details, or the few fields of the highlights panel. */
export type LayoutType = LayoutResponse['layoutType'];

/** `/ui-api/layout/X?layoutType=Full|Compact`: the shipped layout, else what Setup would have out of the box. */
export function layoutRouter(): Router {
    const router = Router();
    router.get('/layout/:object', (request, response) => {
        const userOrg = userOrgOf(response);
        const object = accessibleObject(userOrg, request.params.object);
        const layoutType = request.query.layoutType === 'Compact' ? 'Compact' : 'Full';
        const sections = layoutSections(userOrg, object, layoutType)
            .map((section) => toLayoutSection(userOrg, object, section))
            .filter((section) => section.layoutRows.length > 0);
        response.json({ objectApiName: object.name, layoutType, sections } satisfies LayoutResponse);
    });
    return router;
}

/** Names of the fields that a layout shows, each once. */
export function layoutFields(userOrg: UserOrg, object: ObjectSchema, layoutType: LayoutType): string[] {
    const names = layoutSections(userOrg, object, layoutType).flatMap((section) => section.columns.flat());
    const fields = names.map((name) => object.field(name)).filter((field) => field !== undefined);
    return [...new Set(fields.flatMap(partsOf))];
}

/** The sections of a layout; an empty text is an empty space. */
function layoutSections(userOrg: UserOrg, object: ObjectSchema, layoutType: LayoutType): FieldSection[] {
    if (layoutType === 'Compact') {
        return [{ heading: '', columns: [compactFields(userOrg, object)] }];
    }
    const shipped = userOrg.org.metadata.layouts.find((layout) => layout.object === object.name);
    return shipped
        ? shipped.sections.map(({ label, columns }) => ({
              heading: label,
              columns: columns.map((column) => column.map((item) => item.field ?? ''))
          }))
        : defaultPage(object).sections;
}

function compactFields(userOrg: UserOrg, object: ObjectSchema): string[] {
    const metadata = userOrg.org.metadata.objects.find(({ name }) => name === object.name);
    const assigned = metadata?.compactLayouts.find(({ name }) => name === metadata.compactLayoutAssignment);
    return assigned?.fields ?? defaultPage(object).compact;
}

function toLayoutSection(userOrg: UserOrg, object: ObjectSchema, section: FieldSection): LayoutSection {
    const readable = new Set(userOrg.readableFields(object));
    const columns = section.columns.map((names) =>
        names.map((name) => object.field(name) ?? null).filter((field) => field === null || readable.has(field.name))
    );
    const rows = Math.max(0, ...columns.map((column) => column.length));
    const layoutRows = Array.from({ length: columns.some(holdsField) ? rows : 0 }, (_, row) => ({
        layoutItems: columns.map((column) => toLayoutItem(userOrg, column[row] ?? null))
    }));
    return { heading: section.heading, useHeading: section.heading !== '', columns: columns.length, layoutRows };
}

function holdsField(column: (FieldSchema | null)[]): boolean {
    return column.some((field) => field !== null);
}

function toLayoutItem(userOrg: UserOrg, field: FieldSchema | null): LayoutItem {
    if (!field) {
        const empty = { apiName: '', componentType: 'EmptySpace' };
        return {
            label: '',
            required: false,
            editableForNew: false,
            editableForUpdate: false,
            layoutComponents: [empty]
        };
    }
    const { edit } = userOrg.org.data.permissions.field(userOrg.user.id, field.object, field.name);
    return {
        label: field.label,
        required: field.required,
        editableForNew: field.createable && edit,
        editableForUpdate: field.updateable && edit,
        layoutComponents: partsOf(field).map((apiName) => ({ apiName, componentType: 'Field' }))
    };
}
