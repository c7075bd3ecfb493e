/** Objects of the platform that the local org does not have: asking for one is no mistake of the project. */
const ABSENT = new Set(
    (
        'accountcontactrelation activity address apexcomponent apexpage apextestresult assetrelationship associatedlocation ' +
        'attachedcontentdocument businessprocess casearticle combinedattachment contentfolder contentworkspace ' +
        'dashboard digitalsignature document emailtemplate entitydefinition entityparticle expense fielddefinition flowinterview folder ' +
        'holiday individual linkedarticle loginhistory network opportunityhistory opportunityteammember period ' +
        'processdefinition processinstance processinstancestep processinstanceworkitem processnode productitemtransaction ' +
        'quote quotelineitem report resourceabsence returnorder serviceresourcecapacity servicereport serviceterritorylocation ' +
        'setupaudittrail shift solution staticresource timesheet timesheetentry timeslot topic topicassignment userrecordaccess ' +
        'vote contentversionhistory emailmessagerelation eventrelation taskrelation recentlyviewed userlicense'
    ).split(' ')
);

/** Is this an object that Salesforce has and the local org has not? */
export function isAbsentObject(name: string): boolean {
    return ABSENT.has(name.toLowerCase());
}
