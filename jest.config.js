import { readdirSync } from 'node:fs';
import path from 'node:path';
import sfdxJest from '@salesforce/sfdx-lwc-jest/config.js';

const root = import.meta.dirname;

/** Every `lwc` folder of the project: sfdx-lwc-jest itself knows only those of a default layout. */
function lwcFolders() {
    return readdirSync(path.join(root, 'force-app'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name === 'lwc')
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

export default {
    ...sfdxJest.jestConfig,
    roots: ['<rootDir>/force-app'],
    testMatch: ['**/lwc/**/__tests__/**/*.test.ts'],
    moduleNameMapper: { '^c/(.+)$': lwcFolders().map((folder) => `<rootDir>/${folder}/$1/$1`) },
    setupFilesAfterEnv: [...sfdxJest.jestConfig.setupFilesAfterEnv, '<rootDir>/scripts/test/lwc/jest-setup.ts'],
    collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**']
};
