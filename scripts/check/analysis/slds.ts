import slds from '@salesforce-ux/eslint-plugin-slds';
import { ESLint } from 'eslint';
import { filesEnding, fromRoot } from './files.ts';
import type { Engine } from './finding.ts';

// The types of the plugin say nothing of its configurations.
const { configs } = slds as unknown as { configs: Record<string, ESLint.Options['overrideConfig']> };

/** The rules of the SLDS linter for the templates and style sheets of components. */
export const sldsLinter: Engine = {
    name: 'SLDS linter',
    needsJava: false,
    find: async (root) => {
        const files = filesEnding(root, '.html', '.css').filter((file) => /[\\/]lwc[\\/]/.test(file));
        if (files.length === 0) return [];
        const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: configs['flat/recommended'] });
        const results = await eslint.lintFiles(files);
        return results.flatMap(({ filePath, messages }) =>
            messages.map(({ line, severity, ruleId, message }) => ({
                file: fromRoot(root, filePath),
                line,
                severity: severity === 2 ? 2 : 3,
                rule: ruleId ?? 'Syntax',
                message
            }))
        );
    }
};
