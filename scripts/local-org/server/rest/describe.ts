import { userOrgOf } from '../http/session.ts';
import { describeBrief, describeObject } from './describe-object.ts';
import { Resources } from './resources.ts';

/** `/sobjects`, `/sobjects/X` and `/sobjects/X/describe`: what there is, as far as the user may see it. */
export function describeResources(): Resources {
    const resources = new Resources();
    resources.get('/sobjects', (request, response) => {
        const userOrg = userOrgOf(response);
        const objects = userOrg.org.schema.objects().filter((object) => userOrg.canRead(object));
        const sobjects = objects.map((object) => describeBrief(userOrg, object, request.baseUrl));
        response.json({ encoding: 'UTF-8', maxBatchSize: 200, sobjects });
    });
    resources.get('/sobjects/:object', (request, response) => {
        const userOrg = userOrgOf(response);
        const object = userOrg.object(request.params.object as string);
        response.json({ objectDescribe: describeBrief(userOrg, object, request.baseUrl), recentItems: [] });
    });
    resources.get('/sobjects/:object/describe', (request, response) => {
        const userOrg = userOrgOf(response);
        response.json(describeObject(userOrg, userOrg.object(request.params.object as string), request.baseUrl));
    });
    return resources;
}
