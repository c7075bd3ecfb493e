import { objectOfId } from 'lib/bootstrap';

/** Where somebody is or wants to go, in Salesforce's own form. */
export interface PageReference {
    type: string;
    attributes: Record<string, string | undefined>;
    state: Record<string, string | undefined>;
}

type Attributes = Record<string, string | undefined>;

const paths: Record<string, (attributes: Attributes, state: Attributes) => string> = {
    standard__recordPage: ({ recordId = '', objectApiName, actionName }) =>
        `/r/${objectApiName ?? objectOfId(recordId) ?? 'Record'}/${recordId}/${actionName ?? 'view'}`,
    standard__recordRelationshipPage: ({ recordId, objectApiName, relationshipApiName, actionName }) =>
        `/r/${objectApiName ?? objectOfId(recordId ?? '')}/${recordId}/related/${relationshipApiName}/${actionName ?? 'view'}`,
    standard__objectPage: ({ objectApiName, actionName }) =>
        `/o/${objectApiName}/${actionName === 'home' ? 'list' : (actionName ?? 'list')}`,
    standard__namedPage: ({ pageName }) => `/page/${pageName ?? 'home'}`,
    standard__navItemPage: ({ apiName }) => `/n/${apiName}`,
    standard__app: ({ appTarget }) => `/app/${(appTarget ?? '').replace(/^c__/, '')}`,
    standard__component: ({ componentName }) => `/cmp/${componentName}`,
    standard__search: () => '/search'
};

/** Address of a page; throws for a type of page reference that the local org does not know. */
export function toUrl({ type, attributes = {}, state = {} }: Partial<PageReference>): string {
    if (type === 'standard__webPage') {
        return attributes.url ?? '/';
    }
    const path = paths[type ?? ''];
    if (!path) {
        throw new Error(`Not implemented in the local org: page reference of type ${type}`);
    }
    const query = new URLSearchParams(Object.entries(state).filter(([, value]) => value != null) as [string, string][]);
    return `/lightning${path(attributes, state)}${query.size > 0 ? `?${query}` : ''}`;
}

type Pattern = [RegExp, (groups: Record<string, string | undefined>) => Omit<PageReference, 'state'>];

const record = (groups: Attributes): Omit<PageReference, 'state'> => ({
    type: 'standard__recordPage',
    attributes: {
        recordId: groups.id,
        objectApiName: groups.object ?? objectOfId(groups.id ?? ''),
        actionName: groups.action ?? 'view'
    }
});

const patterns: Pattern[] = [
    [
        /^\/r\/(?<object>\w+)\/(?<id>\w{15,18})\/related\/(?<list>\w+)\/view$/,
        (groups) => ({
            type: 'standard__recordRelationshipPage',
            attributes: {
                recordId: groups.id,
                objectApiName: groups.object,
                relationshipApiName: groups.list,
                actionName: 'view'
            }
        })
    ],
    [/^\/r\/(?<id>\w{15,18})(\/(?<action>view|edit))?$/, record],
    [/^\/r\/(?<object>\w+)\/(?<id>\w{15,18})(\/(?<action>view|edit))?$/, record],
    [
        /^\/o\/(?<object>\w+)(\/(?<action>list|home|new))?$/,
        ({ object, action }) => ({
            type: 'standard__objectPage',
            attributes: { objectApiName: object, actionName: action ?? 'list' }
        })
    ],
    [/^\/page\/(?<name>\w+)$/, ({ name }) => ({ type: 'standard__namedPage', attributes: { pageName: name } })],
    [/^\/n\/(?<name>\w+)$/, ({ name }) => ({ type: 'standard__navItemPage', attributes: { apiName: name } })],
    [/^\/app\/(?<name>\w+)$/, ({ name }) => ({ type: 'standard__app', attributes: { appTarget: name } })],
    [/^\/cmp\/(?<name>\w+)$/, ({ name }) => ({ type: 'standard__component', attributes: { componentName: name } })],
    [/^\/search$/, () => ({ type: 'standard__search', attributes: {} })]
];

/** The page that an address below /lightning stands for; null for an address that means nothing. */
export function parseUrl(url: string): PageReference | null {
    const { pathname, searchParams } = new URL(url, 'http://local');
    const path = pathname.replace(/^\/lightning/, '').replace(/\/$/, '');
    const state = Object.fromEntries(searchParams);
    for (const [pattern, reference] of patterns) {
        const match = pattern.exec(path);
        if (match) {
            return { ...reference(match.groups ?? {}), state };
        }
    }
    return null;
}
