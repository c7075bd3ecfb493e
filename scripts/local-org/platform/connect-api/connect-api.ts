import { definePlatformClass, definePlatformEnum } from '../define.ts';
import { defineException } from '../exceptions/exception.ts';
import { defineBean } from '../support/bean.ts';

/** The part of ConnectApi that deals with credentials: its enums, inputs, outputs and exceptions. */
definePlatformEnum('ConnectApi.CredentialPrincipalType', ['NamedPrincipal', 'PerUserPrincipal']);
definePlatformEnum('ConnectApi.CredentialAuthenticationProtocol', [
    'AwsSv4',
    'Basic',
    'Custom',
    'NoAuthentication',
    'OAuth',
    'Password'
]);
definePlatformEnum('ConnectApi.CredentialAuthenticationStatus', ['Configured', 'NotConfigured', 'Unknown']);

defineException('ConnectApi.ConnectApiException', { 'String getErrorCode()': () => 'INVALID_INPUT' });
defineException('ConnectApi.NotFoundException', { 'String getErrorCode()': () => 'NOT_FOUND' });

const WHOSE = {
    String: ['externalCredential', 'principalName'],
    'ConnectApi.CredentialPrincipalType': ['principalType'],
    'ConnectApi.CredentialAuthenticationProtocol': ['authenticationProtocol']
};

defineBean('ConnectApi.CredentialValueInput', { properties: { Boolean: ['encrypted'], String: ['value'] } });
defineBean('ConnectApi.CredentialInput', {
    properties: { ...WHOSE, 'Map<String,ConnectApi.CredentialValueInput>': ['credentials'] }
});
defineBean('ConnectApi.CredentialValue', { properties: { Boolean: ['encrypted'], String: ['value'] } });
defineBean('ConnectApi.Credential', {
    properties: {
        ...WHOSE,
        'ConnectApi.CredentialAuthenticationStatus': ['authenticationStatus'],
        'Map<String,ConnectApi.CredentialValue>': ['credentials']
    }
});
definePlatformClass({ name: 'ConnectApi', abstract: true });
