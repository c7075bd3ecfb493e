/** Objects of the platform that the local org does not have: asking for one is no mistake of the project. */
const ABSENT = new Set(
    (
        'activity address apexcomponent apextestresult assetrelationship associatedlocation ' +
        'attachedcontentdocument businessprocess casearticle combinedattachment contentfolder contentworkspace ' +
        'dashboard digitalsignature entityparticle expense flowinterview individual linkedarticle ' +
        'period processdefinition processinstance processinstancestep processinstanceworkitem ' +
        'processnode productitemtransaction quotelineitem report resourceabsence returnorder ' +
        'serviceresourcecapacity servicereport serviceterritorylocation setupaudittrail shift solution timesheet ' +
        'timesheetentry timeslot userrecordaccess vote contentversionhistory eventrelation taskrelation ' +
        'recentlyviewed accountcontactrole apexemailnotification apexlog appdefinition auradefinition ' +
        'auradefinitionbundle brandtemplate casecontactrole collaborationgroup collaborationgroupmember ' +
        'connectedapplication contentasset contentdocumenthistory contentfolderitem contentworkspacedoc ' +
        'contentworkspacemember contentworkspacepermission contractcontactrole contractstatus domain ' +
        'duplicaterecorditem duplicaterecordset duplicaterule emailservicesaddress emailservicesfunction ' +
        'externaldatasource feedattachment feedlike feedsignal feedtrackedchange listview loginip mailmergetemplate ' +
        'matchingrule matchingruleitem namedcredential oauthtoken opportunitycompetitor opportunitypartner ' +
        'outgoingemail packagelicense partnerrole permissionsettabsetting picklistvalueinfo pushtopic ' +
        'relationshipinfo samlssoconfig sessionpermsetactivation site solutionstatus streamingchannel ' +
        'tabdefinition taskpriority taskstatus userappmenuitem userentityaccess userfieldaccess userlogin ' +
        'userpackagelicense userpreference verificationhistory weblink'
    ).split(' ')
);

/** Is this an object that Salesforce has and the local org has not? */
export function isAbsentObject(name: string): boolean {
    return ABSENT.has(name.toLowerCase());
}
