const standard: Record<string, string> = {
    Account: 'account',
    Contact: 'contact',
    Case: 'case',
    CaseComment: 'case_comment',
    EmailMessage: 'email',
    Lead: 'lead',
    Opportunity: 'opportunity',
    OpportunityLineItem: 'products',
    Asset: 'asset_object',
    Product2: 'product',
    Pricebook2: 'pricebook',
    User: 'user',
    Task: 'task',
    Event: 'event',
    Campaign: 'campaign',
    Contract: 'contract',
    Order: 'orders',
    Entitlement: 'entitlement',
    WorkOrder: 'work_order',
    WorkOrderLineItem: 'work_order_item',
    ServiceAppointment: 'service_appointment',
    ServiceResource: 'service_resource',
    ServiceTerritory: 'service_territory',
    Knowledge__kav: 'knowledge',
    ProductItem: 'product_item',
    ProductRequired: 'product_required'
};

/** Icon of an object; custom objects have a neutral one. */
export function objectIcon(objectApiName: string | undefined): string {
    return `standard:${standard[objectApiName ?? ''] ?? (objectApiName?.startsWith('AI_') ? 'bot' : 'record')}`;
}
