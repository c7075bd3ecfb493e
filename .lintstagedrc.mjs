import path from 'node:path';

/** Folder → its TypeScript project, the innermost first. */
const PROJECTS = [
    ['scripts/local-org/lightning/browser/', 'scripts/local-org/lightning/browser/tsconfig.json'],
    ['scripts/', 'scripts/tsconfig.json'],
    ['force-app/', 'tsconfig.json']
];

/** A type is right or wrong only among the others: the projects of the files are checked, as far as they have changed. */
function typeChecks(files) {
    const paths = files.map((file) =>
        path
            .relative(import.meta.dirname, file)
            .split(path.sep)
            .join('/')
    );
    const found = paths.map((file) => PROJECTS.find(([folder]) => file.startsWith(folder))?.[1]);
    return [...new Set(found.filter(Boolean))].map((project) => {
        const cache = `node_modules/.cache/types/${project.replace(/\W/g, '-')}.tsbuildinfo`;
        return `tsc --noEmit --incremental --tsBuildInfoFile ${cache} -p ${project}`;
    });
}

/** What runs on the files of the next commit. */
export default {
    '*.{cls,trigger,apex,ts,js,mjs,html,css,json,md,yml}': 'prettier --write',
    '**/lwc/**/*-meta.xml': 'prettier --write',
    '*.{ts,mjs}': 'eslint --max-warnings 0 --fix',
    '*.ts': typeChecks
};
