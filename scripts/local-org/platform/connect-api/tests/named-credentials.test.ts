import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { OrgServices } from '../../context.ts';
import { platformEnumValue } from '../../define.ts';
import { openCredentials } from '../../http/credentials.ts';
import type { BeanValue } from '../../support/bean.ts';
import { callStatic, construct, inContext, thrown } from '../../tests/support.ts';
import { ApexMap } from '../../values/collections.ts';

let project: string;
before(() => {
    project = mkdtempSync(path.join(tmpdir(), 'tandem-keys-'));
});
after(() => rmSync(project, { recursive: true }));

const CREDENTIAL = {
    name: 'OpenAI',
    principals: [{ name: 'Tandem', type: 'NamedPrincipal', sequenceNumber: 1 }],
    authHeaders: [{ name: 'Authorization', value: "{!'Bearer ' & $Credential.OpenAI.ApiKey}", sequenceNumber: 1 }]
};

function run<T>(work: () => T, { isAdmin = true, inTest = false, environment = {} } = {}): T {
    const parts = {
        metadata: { externalCredential: (name: string) => (name === 'OpenAI' ? CREDENTIAL : undefined) },
        data: { permissions: { user: () => isAdmin } },
        credentials: openCredentials(project, environment)
    };
    return inContext(work, parts as unknown as Partial<OrgServices>, inTest);
}

function input(secret: string | null): BeanValue {
    const value = construct('ConnectApi.CredentialValueInput') as BeanValue;
    value.values.set('encrypted', true).set('value', secret);
    const made = construct('ConnectApi.CredentialInput') as BeanValue;
    made.values
        .set('externalCredential', 'OpenAI')
        .set('principalName', 'Tandem')
        .set('principalType', platformEnumValue('ConnectApi.CredentialPrincipalType', 'NamedPrincipal'))
        .set('credentials', new ApexMap('String', 'ConnectApi.CredentialValueInput', [['ApiKey', value]]));
    return made;
}

function call(method: string, ...parameters: unknown[]): BeanValue {
    return callStatic('ConnectApi.NamedCredentials', method, ...parameters) as BeanValue;
}

function whose(principal = 'Tandem', credential = 'OpenAI'): unknown[] {
    return [credential, principal, platformEnumValue('ConnectApi.CredentialPrincipalType', 'NamedPrincipal')];
}

const statusOf = (credential: BeanValue): string => String(credential.values.get('authenticationStatus'));

describe('ConnectApi.NamedCredentials', () => {
    test('sets, replaces and removes a secret, and never tells it', () => {
        assert.equal(
            run(() => statusOf(call('getCredential', ...whose()))),
            'NotConfigured'
        );
        const made = run(() => call('createCredential', input('first secret')));
        assert.equal(statusOf(made), 'Configured');
        const values = made.values.get('credentials') as ApexMap<string, BeanValue>;
        assert.equal(values.get('ApiKey')?.values.get('value'), null);
        assert.equal(openCredentials(project, {}).read('OpenAI', 'ApiKey'), 'first secret');
        run(() => call('patchCredential', input('second secret')));
        assert.equal(openCredentials(project, {}).read('OpenAI', 'ApiKey'), 'second secret');
        run(() => call('deleteCredential', ...whose()));
        assert.equal(openCredentials(project, {}).read('OpenAI', 'ApiKey'), undefined);
    });

    test('keeps secrets where nobody else may read them', () => {
        run(() => call('createCredential', input('kept')));
        const file = path.join(project, '.local-org', 'credentials.json');
        assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), { OpenAI: { ApiKey: 'kept' } });
        if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o077, 0);
        run(() => call('deleteCredential', ...whose()));
    });

    test('a secret of the environment counts, and cannot be created again', () => {
        const environment = { OPENAI_API_KEY: 'from outside' };
        assert.equal(
            run(() => statusOf(call('getCredential', ...whose())), { environment }),
            'Configured'
        );
        const refusal = run(() => thrown(() => call('createCredential', input('x'))), { environment });
        assert.match(refusal, /ConnectApiException: .* already configured/);
    });

    test('creating and changing are told apart, and an empty secret is none', () => {
        assert.match(
            run(() => thrown(() => call('patchCredential', input('x')))),
            /not yet configured/
        );
        assert.match(
            run(() => thrown(() => call('createCredential', input(null)))),
            /no value/
        );
    });

    test('is for administrators, for principals that there are, and not for tests', () => {
        const get = (...parameters: unknown[]) => thrown(() => call('getCredential', ...parameters));
        assert.match(
            run(() => get(...whose()), { isAdmin: false }),
            /ConnectApiException: You don't have access/
        );
        assert.match(
            run(() => get(...whose('Somebody'))),
            /NotFoundException/
        );
        assert.match(
            run(() => get(...whose('Tandem', 'Nothing'))),
            /NotFoundException/
        );
        assert.match(
            run(() => get(...whose()), { inTest: true }),
            /UnsupportedOperationException: .*SeeAllData/
        );
    });
});
