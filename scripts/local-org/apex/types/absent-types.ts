/**
 * Names that Salesforce has. A type of these that the platform library does not register is "not implemented" when
 * it is reached; any other unknown name is a mistake in the source.
 */
const NAMESPACES = (
    'aiplatform ai aisummary apex_object appexchange appleauth approval auth autopurge base cache canvas chatteranswers commercebuygrp ' +
    'commerceextension commerceorders commercepayments commercetax compression connectapi context corenlp database ' +
    'datacloud dataretrieval datasource datatools dataweave dom eventbus externalservice flow flowtesting formula formulaeval ' +
    'functions industriesdigitallending invocable isvpartners kbmanagement ligthning lxscheduler messaging metadata ' +
    'pathassistant placequote process quickaction quoteservice reports richmessaging runtime_sales_gm schema search sfc ' +
    'sfdc_checkout sfdc_enablement sfdc_surveys site slack support system telephony termination txnsecurity ' +
    'userprovisioning visualeditor wave'
).split(' ');

const CLASSES = (
    'accesslevel accesstype address answers apexpages approval assert asyncinfo asyncoptions businesshours callable ' +
    'cases collator communities comparable comparator continuation cookie crypto currencytypes database datacategory ' +
    'datetime decimal dom domain domaincreator domainparser domaintype emailmessages encodingutil enum eventbus ' +
    'exception featuremanagement finalizer finalizercontext flow formula formularecalcfieldresult fusion http ' +
    'httpcalloutmock httprequest httpresponse ideas installcontext installhandler instance invocable iterable iterator json ' +
    'jsongenerator jsonparser jsontoken knowledge limits location logginglevel long matcher math messaging ' +
    'multistaticresourcecalloutmock network organization orglimit orglimits packages pagereference parenttypecondition ' +
    'passwordreset pattern processplugin queueable queueablecontext queueableduplicatesignature quickaction quiddity ' +
    'remoteobjectcontroller request resetpasswordresult restcontext restrequest restresponse sandboxcontext ' +
    'sandboxpostcopy savepoint schedulable schedulablecontext schema search secretkeypair security selectoption site ' +
    'sobjectaccessdecision sslconfiguration standardcontroller standardsetcontroller staticresourcecalloutmock string ' +
    'stubprovider success support system tasks territorymgmt test time timezone triggeroperation type url uninstallcontext ' +
    'uninstallhandler url userinfo usermanagement uuid version webservicecallout webservicemock xmlstreamreader ' +
    'xmlstreamwriter'
).split(' ');

const namespaces = new Set(NAMESPACES);
const classes = new Set(CLASSES);

/** Is this a namespace of Salesforce's own, in any case? */
export function isSalesforceNamespace(name: string): boolean {
    return namespaces.has(name.toLowerCase());
}

/** Does Salesforce have a type of this name, as far as the name tells? */
export function isKnownAbsent(name: string): boolean {
    const parts = name.toLowerCase().split('.');
    if (parts.length === 1) return classes.has(parts[0]) || parts[0].endsWith('exception');
    return namespaces.has(parts[0]) || classes.has(parts[0]);
}
