import type { ExternalCredentialMetadata } from '../../metadata/types.ts';
import { context } from '../context.ts';
import { definePlatformClass, platformEnumValue } from '../define.ts';
import { BeanValue } from '../support/bean.ts';
import { ApexMap } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import type { ApexEnumValue } from '../values/object.ts';

const WHOSE = 'String externalCredential, String principalName, ConnectApi.CredentialPrincipalType principalType';

/**
 * Secrets of named principals, kept where the local org's callouts look for them. As on the platform a secret that was set can be
 * replaced and removed, and is never given out again.
 */
definePlatformClass({
    name: 'ConnectApi.NamedCredentials',
    statics: {
        [`ConnectApi.Credential getCredential(${WHOSE})`]: (name: string, principal: string, type: ApexEnumValue) =>
            described(credentialOf(name, principal, type), principal),
        'ConnectApi.Credential createCredential(ConnectApi.CredentialInput requestBody)': (input: BeanValue) =>
            write(input, false),
        'ConnectApi.Credential patchCredential(ConnectApi.CredentialInput requestBody)': (input: BeanValue) =>
            write(input, true),
        [`void deleteCredential(${WHOSE})`]: (name: string, principal: string, type: ApexEnumValue) => {
            const credential = credentialOf(name, principal, type);
            for (const parameter of parametersOf(credential)) {
                context().org.credentials.write(credential.name, parameter, null);
            }
        }
    }
});

/** Creating is for principals without a secret, patching for those with one. */
function write(input: BeanValue, isChange: boolean): BeanValue {
    const name = input.values.get('externalCredential') as string;
    const principal = input.values.get('principalName') as string;
    const credential = credentialOf(name, principal, input.values.get('principalType') as ApexEnumValue);
    const isConfigured = secretsOf(credential).length > 0;
    if (isConfigured !== isChange) {
        const state = isConfigured ? 'already' : 'not yet';
        throw refused(
            'ConnectApi.ConnectApiException',
            `The credential ${name} of ${principal} is ${state} configured.`
        );
    }
    for (const [parameter, value] of (input.values.get('credentials') as ApexMap).entries()) {
        keep(credential, parameter as string, (value as BeanValue).values.get('value') as string | null);
    }
    return described(credential, principal);
}

function keep(credential: ExternalCredentialMetadata, parameter: string, secret: string | null): void {
    if (!secret) throw refused('ConnectApi.ConnectApiException', `The parameter ${parameter} has no value.`);
    context().org.credentials.write(credential.name, parameter, secret);
}

/** The credential of a named principal that the running user may configure. */
function credentialOf(name: string, principal: string, type: ApexEnumValue): ExternalCredentialMetadata {
    const { org, test, user } = context();
    if (test) {
        throw refused(
            'UnsupportedOperationException',
            'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
        );
    }
    if (!org.data.permissions.user(user.id, 'CustomizeApplication')) {
        throw refused('ConnectApi.ConnectApiException', "You don't have access to this resource.");
    }
    const credential = org.metadata.externalCredential(name);
    const known = credential?.principals.some((each) => each.name === principal && each.type === type.name);
    if (!credential || !known) {
        throw refused('ConnectApi.NotFoundException', `There is no principal ${principal} of the credential ${name}.`);
    }
    return credential;
}

/** Names of the parameters that the credential's headers read. */
function parametersOf({ name, authHeaders }: ExternalCredentialMetadata): string[] {
    const reference = new RegExp(`\\$Credential\\.${name}\\.(\\w+)`, 'g');
    return authHeaders.flatMap(({ value }) => [...value.matchAll(reference)].map(([, parameter]) => parameter));
}

function secretsOf(credential: ExternalCredentialMetadata): string[] {
    const { read } = context().org.credentials;
    return parametersOf(credential).filter((parameter) => read(credential.name, parameter) !== undefined);
}

/** What is known of a credential: which parameters have a secret, never the secret. */
function described(credential: ExternalCredentialMetadata, principal: string): BeanValue {
    const secrets = secretsOf(credential);
    const values = new ApexMap('String', 'ConnectApi.CredentialValue');
    for (const parameter of secrets) {
        values.put(parameter, bean('ConnectApi.CredentialValue', { encrypted: true, value: null }));
    }
    const status = secrets.length > 0 ? 'Configured' : 'NotConfigured';
    return bean('ConnectApi.Credential', {
        externalCredential: credential.name,
        principalName: principal,
        principalType: platformEnumValue('ConnectApi.CredentialPrincipalType', 'NamedPrincipal'),
        authenticationProtocol: platformEnumValue('ConnectApi.CredentialAuthenticationProtocol', 'Custom'),
        authenticationStatus: platformEnumValue('ConnectApi.CredentialAuthenticationStatus', status),
        credentials: values
    });
}

function bean(typeName: string, values: Record<string, unknown>): BeanValue {
    const made = new BeanValue(typeName);
    for (const [name, value] of Object.entries(values)) made.values.set(name, value);
    return made;
}

function refused(typeName: string, message: string): ApexException {
    return new ApexException(typeName, message);
}
