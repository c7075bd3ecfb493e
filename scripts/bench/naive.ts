import type { RoadSession } from '../test/privacy/road-session.ts';

/** The record with its children, all fields of all rows, as JSON: what a prompt built without thought would hold. */
export function naivePrompt(session: RoadSession, recordId: string): string {
    const objectName = objectOf(session, recordId);
    const schema = session.org.schema;
    const object = schema.object(objectName);
    const children = schema
        .objects()
        .flatMap((child) => [...child.fields.values()].map((field) => ({ child, field })))
        .filter(({ field }) => field.referenceTo.includes(object?.name ?? '') && field.childRelationshipName)
        .filter(({ child }) => !child.name.startsWith('AI_'))
        .map(({ child, field }) => rowsOf(session, child.name, `${field.name} = \\'${recordId}\\'`));
    return [rowsOf(session, objectName, `Id = \\'${recordId}\\'`), ...children].join('\n');
}

/**
 * The same with the other records that the latest request of a use case tells of, such as the account of an opportunity and its cases:
 * without thought they would be put in whole as well.
 */
export function withToldOf(session: RoadSession, useCase: string, naive: string): string {
    const [ids = ''] = session.apex(
        `System.debug([SELECT Source_Ids__c FROM AI_Audit_Log__c WHERE Use_Case__c = '${useCase}' ORDER BY CreatedDate DESC LIMIT 1].Source_Ids__c);`
    );
    const others = ids.split(',').filter((id) => id !== '' && id !== 'null' && !naive.includes(`"Id":"${id}"`));
    const rows = others.map((id) => rowsOf(session, objectOf(session, id), `Id = \\'${id}\\'`));
    return [naive, ...rows].join('\n');
}

function objectOf(session: RoadSession, recordId: string): string {
    return session.apex(`System.debug(((Id) '${recordId}').getSObjectType());`)[0] ?? '';
}

/** The rows as JSON under their object's name. */
function rowsOf(session: RoadSession, objectName: string, where: string): string {
    const lines = session.apex(
        `System.debug(JSON.serialize(Database.query('SELECT ' + String.join(new List<String>(Schema.getGlobalDescribe().get('${objectName}').getDescribe().fields.getMap().keySet()), ', ') + ' FROM ${objectName} WHERE ${where}')));`
    );
    return `"${objectName}": ${lines.join('')}`;
}
