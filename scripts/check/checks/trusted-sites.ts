import type { Problem } from '../problem.ts';
import type { SourceFile } from '../project/source-file.ts';
import { atPath, child, textOf } from '../project/xml.ts';
import type { Check } from './check.ts';

/** Calls of the server by a named credential need no site of their own: one of each kind for its host is too much. */
export const checkTrustedSites: Check = (project) => {
    const hosts = new Set(project.metadata('namedCredential').flatMap(urlsOf).map(hostOf));
    return project.metadata('cspTrustedSite', 'remoteSite').flatMap((file) => siteProblems(file, hosts));
};

function siteProblems(file: SourceFile, hosts: ReadonlySet<string>): Problem[] {
    const url = child(file.xml!, 'endpointUrl') ?? child(file.xml!, 'url');
    if (!url || !hosts.has(hostOf(url.text.trim()))) return [];
    const what = `${hostOf(url.text.trim())} is called by a named credential, which needs no trusted site`;
    return [file.problem(url.line, what, 'Remove the site, unless a browser calls it too')];
}

function urlsOf(file: SourceFile): string[] {
    const parameters = atPath(file.xml!, 'namedCredentialParameters').filter(
        (parameter) => textOf(parameter, 'parameterType') === 'Url'
    );
    const endpoint = textOf(file.xml!, 'endpoint');
    return [
        ...parameters.map((parameter) => textOf(parameter, 'parameterValue') ?? ''),
        ...(endpoint ? [endpoint] : [])
    ];
}

function hostOf(url: string): string {
    return /^https?:\/\/([^/:?]+)/i.exec(url)?.[1].toLowerCase() ?? url;
}
