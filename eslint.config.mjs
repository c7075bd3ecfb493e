import lwcTypeScript from '@salesforce/eslint-config-lwc/recommended-ts.js';
import jest from 'eslint-plugin-jest';
import globals from 'globals';
import typescript from 'typescript-eslint';

const unusedVariables = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }];

export default typescript.config(
    { ignores: ['node_modules/', '.local-org/', '.types/', 'coverage/', 'force-app/**/lwc/**/*.js', '**/*.d.ts'] },
    {
        files: ['force-app/**/lwc/**/*.ts'],
        extends: [...lwcTypeScript, ...typescript.configs.recommended],
        languageOptions: {
            parser: typescript.parser,
            parserOptions: { ecmaVersion: 'latest', sourceType: 'module' }
        },
        rules: { '@typescript-eslint/no-unused-vars': unusedVariables }
    },
    {
        files: ['force-app/**/lwc/**/*.test.ts'],
        ...jest.configs['flat/recommended'],
        rules: {
            ...jest.configs['flat/recommended'].rules,
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
            '@typescript-eslint/no-non-null-assertion': 'off'
        }
    },
    {
        files: ['scripts/**/*.ts', '*.js', '*.mjs'],
        extends: [...typescript.configs.recommended],
        languageOptions: { globals: { ...globals.node } },
        rules: {
            '@typescript-eslint/no-unused-vars': unusedVariables,
            'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }]
        }
    }
);
