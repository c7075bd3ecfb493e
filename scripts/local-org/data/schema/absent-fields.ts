/**
 * Fields of standard objects that Salesforce has and the local org has not, by object; a name that ends in * stands for
 * all that begin so. They are those that the platform fills in or acts on: without what it does, any value were wrong.
 * Rests on the Object Reference for the Salesforce Platform.
 */
const ABSENT: Record<string, string> = {
    account: 'ChannelProgram* IsCustomerPortal IsPartner OperatingHoursId Tier',
    campaign:
        'AmountAllOpportunities AmountWonOpportunities CampaignImageId CampaignMemberRecordTypeId Hierarchy* ' +
        'NumberOfWonOpportunities',
    campaignmember:
        'City Country Description DoNotCall Fax HasOptedOutOfEmail HasOptedOutOfFax LeadOrContactOwnerId PostalCode ' +
        'Salutation State Street',
    case: 'CommunityId CreatorFullPhotoUrl CreatorName CreatorSmallPhotoUrl FeedItemId IsVisibleInSelfService SourceId',
    contact: 'CanAllowPortalSelfReg IndividualId IsPriorityRecord',
    event: 'GroupEventType IsRecurrence IsRecurrence2* IsVisibleInSelfService Recurrence*',
    lead: 'DandbCompanyId IndividualId IsPriorityRecord PartnerAccountId',
    opportunity:
        'HasOpenActivity HasOverdueTask IqScore LastAmountChangedHistoryId LastCloseDateChangedHistoryId ' +
        'PartnerAccountId SyncedQuoteId',
    opportunitylineitem:
        'CanUseQuantitySchedule CanUseRevenueSchedule HasQuantitySchedule HasRevenueSchedule HasSchedule Subtotal ' +
        'TotalPriceWithTax',
    order: 'QuoteId RelatedOrderId TotalRoundedLineAmount TotalTaxAmount',
    permissionset: 'IsCustom LicenseId Permissions*',
    product2:
        'CanUseQuantitySchedule CanUseRevenueSchedule ExternalDataSourceId NumberOfQuantityInstallments ' +
        'NumberOfRevenueInstallments QuantityInstallmentPeriod QuantityScheduleType RevenueInstallmentPeriod ' +
        'RevenueScheduleType',
    profile: 'Permissions*',
    quote: 'AdditionalAddress AdditionalName CanCreateQuoteLineItems IsSyncing LineItemCount QuoteToAddress TotalTax*',
    task: 'IsVisibleInSelfService Recurrence* WhatCount WhoCount',
    user:
        'BadgeText BannerPhotoUrl CallCenterId DefaultGroupNotificationFrequency DigestFrequency EmailPreferences* EndDay ' +
        'IndividualId IsExtIndicatorVisible IsPortalEnabled IsPortalSelfRegistered IsPrmSuperUser IsProfilePhotoActive ' +
        'MediumBannerPhotoUrl MediumPhotoUrl NumberOfFailedLogins OfflinePdaTrialExpirationDate ' +
        'OfflineTrialExpirationDate OutOfOfficeMessage PortalRole SmallBannerPhotoUrl StartDay StayInTouch* ' +
        'SuAccessExpirationDate UserPermissions* UserPreferences* UserSubtype'
};

/** Is this a field that Salesforce has on a standard object and the local org has not? Says nothing of fields it has. */
export function isAbsentField(objectName: string, fieldName: string): boolean {
    const lower = fieldName.toLowerCase();
    return (ABSENT[objectName.toLowerCase()] ?? '')
        .toLowerCase()
        .split(' ')
        .some((name) => (name.endsWith('*') ? lower.startsWith(name.slice(0, -1)) : name === lower));
}

/** The name under which such a field is reported. */
export function absentFieldName(objectName: string, fieldName: string): string {
    return `field ${objectName}.${fieldName}`;
}
