import type { ExternalCredentialMetadata, NamedCredentialMetadata, RemoteSiteMetadata, XmlNode } from '../types.ts';
import { elements, flag, integer, requiredText, text } from '../xml.ts';

export function readNamedCredential(root: XmlNode, name: string, file: string): NamedCredentialMetadata {
    const parameters = elements(root, 'namedCredentialParameters');
    const ofType = (type: string): XmlNode[] => parameters.filter((node) => text(node, 'parameterType') === type);
    return {
        name,
        label: text(root, 'label') ?? name,
        type: text(root, 'namedCredentialType') ?? 'Legacy',
        url: (ofType('Url')[0] && text(ofType('Url')[0], 'parameterValue')) ?? text(root, 'endpoint') ?? '',
        externalCredential: ofType('Authentication').map((node) => text(node, 'externalCredential'))[0],
        generateAuthorizationHeader: flag(root, 'generateAuthorizationHeader', true),
        allowMergeFieldsInBody: flag(root, 'allowMergeFieldsInBody'),
        allowMergeFieldsInHeader: flag(root, 'allowMergeFieldsInHeader'),
        httpHeaders: ofType('HttpHeader').map((node) => ({
            name: text(node, 'parameterName') ?? '',
            value: text(node, 'parameterValue') ?? ''
        })),
        file
    };
}

export function readExternalCredential(root: XmlNode, name: string, file: string): ExternalCredentialMetadata {
    const parameters = elements(root, 'externalCredentialParameters');
    const types = ['NamedPrincipal', 'PerUserPrincipal'];
    return {
        name,
        label: text(root, 'label') ?? name,
        authenticationProtocol: requiredText(root, 'authenticationProtocol', file),
        principals: parameters.filter((node) => types.includes(text(node, 'parameterType') ?? '')).map(principal),
        authHeaders: parameters
            .filter((node) => text(node, 'parameterType') === 'AuthHeader')
            .map((node) => ({ ...named(node), sequenceNumber: integer(node, 'sequenceNumber', 1) })),
        authParameters: parameters.filter((node) => text(node, 'parameterType') === 'AuthParameter').map(named),
        file
    };
}

function principal(node: XmlNode): ExternalCredentialMetadata['principals'][number] {
    return {
        name: text(node, 'parameterName') ?? '',
        type: text(node, 'parameterType') ?? '',
        sequenceNumber: integer(node, 'sequenceNumber', 1)
    };
}

function named(node: XmlNode): { name: string; value: string } {
    return { name: text(node, 'parameterName') ?? '', value: text(node, 'parameterValue') ?? '' };
}

export function readRemoteSite(root: XmlNode, name: string, file: string): RemoteSiteMetadata {
    return { name, url: requiredText(root, 'url', file), active: flag(root, 'isActive', true) };
}
