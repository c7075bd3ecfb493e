import path from 'node:path';

/** Folder of the shell's own browser sources. */
export const browserDirectory = path.resolve(import.meta.dirname, '../browser');

/** The project that ships the shell; its node_modules hold the engine and the base components. */
export const toolDirectory = path.resolve(import.meta.dirname, '../../../..');

/** Where the vendor bundle of a project is kept between starts; served as `/vendor`. */
export function vendorDirectory(projectDirectory: string): string {
    return path.join(projectDirectory, '.local-org/cache/vendor');
}

/** Where the shell and the project's components are built to; served as `/app`. */
export function appDirectory(projectDirectory: string): string {
    return path.join(projectDirectory, '.local-org/cache/app');
}

/** Folder of an installed package. */
export function packageDirectory(name: string): string {
    return path.join(toolDirectory, 'node_modules', name);
}
