import type { Project } from '../project/project.ts';
import { ObjectSchema } from './object-schema.ts';

const built = new WeakMap<Project, ObjectSchema>();

/** The objects of the platform and of a project, built once per project. */
export function schemaOf(project: Project): ObjectSchema {
    const schema = built.get(project) ?? new ObjectSchema(project);
    built.set(project, schema);
    return schema;
}
