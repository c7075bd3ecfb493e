/** A candidate with all its figures. */
export function candidate(more: Partial<ApexTypes.CrossSellCandidate> = {}): ApexTypes.CrossSellCandidate {
    return {
        productId: '01t000000000001AAA',
        name: 'Ember boiler',
        label: 'Ember boiler (KC-1)',
        family: 'Equipment',
        buyers: 3,
        likeAccounts: 4,
        lastDay: '2026-05-04',
        quantity: 2.6,
        price: 15025.5,
        together: [
            { name: 'Plan Total', accounts: 2, isOwn: true },
            { name: 'Fan', accounts: 2, isOwn: false }
        ],
        ...more
    };
}

export const DEAL: ApexTypes.CrossSellDeal = {
    id: '006000000000001AAA',
    name: 'Harbourline – chiller',
    stage: 'Proposal',
    closeDate: '2026-12-01'
};

/** What Apex says of a record with two candidates. */
export function figures(more: Partial<ApexTypes.CrossSellView> = {}): ApexTypes.CrossSellView {
    return {
        accountId: '001000000000001AAA',
        accountName: 'Harbourline',
        likeness: 'Hospitality, 160 to 2,560 employees',
        likeAccounts: 4,
        isCut: false,
        candidates: [
            candidate(),
            candidate({ productId: '01t000000000002AAA', name: 'Breeze fan', label: 'Breeze fan (KC-2)', buyers: 2 })
        ],
        away: [],
        opportunities: [DEAL],
        currencyCode: 'USD',
        canAdd: true,
        ...more
    };
}
