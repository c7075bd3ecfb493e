import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { MetadataStore } from '../../local-org/metadata/types.ts';
import { UsageError, readDeployOptions } from '../deploy-options.ts';
import {
    apiKeySteps,
    assignArguments,
    deployArguments,
    permissionSetsToAssign,
    translationArguments
} from '../steps.ts';

const metadata = {
    permissionSets: [
        { name: 'Core_Admin', file: '/project/force-app/core/permissionsets/Core_Admin.permissionset-meta.xml' },
        { name: 'Field', file: 'force-app/field-service/permissionsets/Field.permissionset-meta.xml' }
    ],
    externalCredentials: [
        {
            label: 'OpenAI',
            file: 'force-app/core/externalCredentials/OpenAI.externalCredential-meta.xml',
            principals: [{ name: 'Default' }],
            authHeaders: [{ value: "{!'Bearer ' & $Credential.OpenAI.ApiKey}" }]
        }
    ]
} as unknown as MetadataStore;

describe('a deployment', () => {
    test('goes to the named org as one deployment', () => {
        const options = readDeployOptions(['--target-org', 'dev', '--directory', 'force-app/core', '--dry-run']);
        const expected = 'project deploy start --source-dir force-app/core --dry-run --target-org dev';
        assert.equal(deployArguments(options).join(' '), expected);
    });

    test('brings translations only when asked to, each directory after the rest', () => {
        assert.deepEqual(translationArguments(readDeployOptions([])), []);
        const asked = readDeployOptions(['--with-translations', '--directory', 'force-app/core', '-o', 'dev']);
        assert.deepEqual(
            translationArguments(asked).map((step) => step.join(' ')),
            ['project deploy start --source-dir force-app/translations/core --target-org dev']
        );
        assert.equal(deployArguments(asked).includes('force-app/translations/core'), false);
    });

    test('assigns what it deploys, unless told which', () => {
        const options = readDeployOptions([]);
        assert.deepEqual(permissionSetsToAssign(options, metadata), ['Core_Admin']);
        const chosen = readDeployOptions(['--permission-set', 'Field']);
        assert.deepEqual(permissionSetsToAssign(chosen, metadata), ['Field']);
        assert.equal(assignArguments(chosen, ['Field']).join(' '), 'org assign permset --name Field');
    });

    test('tells where the key goes', () => {
        assert.match(apiKeySteps(readDeployOptions([]), metadata), /OpenAI: principal Default, parameter ApiKey/);
    });

    test('refuses an option that there is not', () => {
        assert.throws(() => readDeployOptions(['--target']), UsageError);
    });
});
