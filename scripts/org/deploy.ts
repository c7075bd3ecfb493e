/** Puts Tandem into an org: builds the components, deploys, gives the deploying user the permission sets. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openMetadata } from '../local-org/metadata/index.ts';
import { UsageError, readDeployOptions, type DeployOptions } from './deploy-options.ts';
import { CommandFailed, runTool } from './run.ts';
import {
    apiKeySteps,
    assignArguments,
    deployArguments,
    permissionSetsToAssign,
    translationArguments,
    translationDirectory
} from './steps.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../..');

/** Package directories that hold nothing yet would fail the deployment. */
function onlyExisting(options: DeployOptions): DeployOptions {
    const missing = options.directories.filter((directory) => !existsSync(path.join(PROJECT_DIR, directory)));
    return { ...options, directories: options.directories.filter((directory) => !missing.includes(directory)) };
}

/** Of a directory without translations there is nothing to deploy after the rest. */
function withTranslationsThere(options: DeployOptions): DeployOptions {
    const isThere = (directory: string): boolean => existsSync(path.join(PROJECT_DIR, translationDirectory(directory)));
    return { ...options, directories: options.directories.filter(isThere) };
}

function deploy(options: DeployOptions): void {
    const metadata = openMetadata(PROJECT_DIR);
    const permissionSets = permissionSetsToAssign(options, metadata);
    runTool(PROJECT_DIR, 'tsx', ['scripts/build/index.ts']);
    runTool(PROJECT_DIR, 'sf', deployArguments(options));
    if (options.dryRun) {
        const later = options.withTranslations ? 'deploys the translations and ' : '';
        console.log(`\nNothing was changed. A real run then ${later}assigns: ${permissionSets.join(', ')}`);
        return;
    }
    for (const step of translationArguments(withTranslationsThere(options))) runTool(PROJECT_DIR, 'sf', step);
    runTool(PROJECT_DIR, 'sf', assignArguments(options, permissionSets));
    console.log(`\n${apiKeySteps(options, metadata)}`);
}

try {
    deploy(onlyExisting(readDeployOptions(process.argv.slice(2))));
} catch (error) {
    if (!(error instanceof UsageError || error instanceof CommandFailed)) {
        throw error;
    }
    console.error(error.message);
    process.exitCode = error instanceof CommandFailed ? error.exitCode : 2;
}
