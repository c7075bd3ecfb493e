import { longCall } from '../data/sample/long-call.ts';
import { literal, type RoadSession } from '../test/privacy/road-session.ts';

const MINUTES = 120;

/** A record to ask about, and what a prompt built without thought would hold. */
export interface Sample {
    recordId: string;
    naive: string;
}

/** A call of two hours whose parts are read; the file as it was posted. */
export async function longCallSample(session: RoadSession): Promise<Sample> {
    const { transcriptId, partIds, file } = saved(session);
    for (const partId of partIds) await session.ask('Call_Part', partId);
    return { recordId: transcriptId, naive: file };
}

/** The first part of such a call, and as much of the file as it was made of. */
export async function callPartSample(session: RoadSession): Promise<Sample> {
    const { partIds, file } = saved(session);
    return { recordId: partIds[0]!, naive: file.slice(0, Math.floor(file.length / partIds.length)) };
}

function saved(session: RoadSession): { transcriptId: string; partIds: string[]; file: string } {
    const file = longCall(MINUTES);
    const lines = session.apex(`
        CallImport wanted = new CallImport();
        wanted.recordId = [SELECT Id FROM Opportunity WHERE Name = 'Harbourline – replace chiller 1'].Id;
        wanted.text = ${literal(file)};
        Id transcriptId = CallSaving.save(wanted).transcriptId;
        System.debug(transcriptId);
        for (Call_Transcript_Part__c part : [SELECT Id FROM Call_Transcript_Part__c WHERE Transcript__c = :transcriptId ORDER BY Order__c]) {
            System.debug(part.Id);
        }`);
    const [transcriptId = '', ...partIds] = lines;
    return { transcriptId, partIds, file };
}
