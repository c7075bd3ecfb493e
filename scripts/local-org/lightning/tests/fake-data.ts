import type { Bootstrap, FieldInfo, ObjectInfo, UtilityItem } from '../protocol.ts';

type Row = Record<string, string | boolean | null>;

const texts: FieldInfo = {
    apiName: '',
    label: '',
    dataType: 'String',
    required: false,
    createable: true,
    updateable: true,
    length: 255,
    precision: 0,
    scale: 0,
    inlineHelpText: null,
    relationshipName: null,
    referenceToInfos: []
};

const field = (apiName: string, label: string, rest: Partial<FieldInfo> = {}): FieldInfo => ({
    ...texts,
    apiName,
    label,
    ...rest
});

const reference = (apiName: string, label: string, to: string): FieldInfo =>
    field(apiName, label, {
        dataType: 'Reference',
        relationshipName: apiName.replace(/Id$/, ''),
        referenceToInfos: [{ apiName: to, nameFields: ['Name'] }]
    });

const readOnly = { createable: false, updateable: false };

function object(apiName: string, keyPrefix: string, nameField: string, fields: FieldInfo[]): ObjectInfo {
    return {
        apiName,
        label: apiName,
        labelPlural: `${apiName}s`,
        keyPrefix,
        nameFields: [nameField],
        createable: true,
        updateable: true,
        deletable: true,
        defaultRecordTypeId: null,
        fields: Object.fromEntries(fields.map((entry) => [entry.apiName, entry])),
        childRelationships: []
    };
}

/** Objects of the fake org. */
export const objects: Record<string, ObjectInfo> = {
    Case: object('Case', '500', 'CaseNumber', [
        field('CaseNumber', 'Case Number', readOnly),
        field('Subject', 'Subject', { required: true }),
        field('Status', 'Status', { dataType: 'Picklist' }),
        field('Priority', 'Priority', { dataType: 'Picklist' }),
        field('Description', 'Description', { dataType: 'LongTextArea', length: 32000 }),
        field('IsEscalated', 'Escalated', { dataType: 'Boolean' }),
        reference('ContactId', 'Contact', 'Contact'),
        reference('AccountId', 'Account', 'Account'),
        field('CreatedDate', 'Opened', { dataType: 'DateTime', ...readOnly })
    ]),
    Contact: object('Contact', '003', 'Name', [
        field('Name', 'Name'),
        field('Email', 'Email', { dataType: 'Email' }),
        field('Phone', 'Phone', { dataType: 'Phone' }),
        reference('AccountId', 'Account', 'Account')
    ]),
    Account: object('Account', '001', 'Name', [
        field('Name', 'Account Name', { required: true }),
        field('Phone', 'Phone', { dataType: 'Phone' }),
        field('Website', 'Website', { dataType: 'Url' })
    ]),
    CaseComment: object('CaseComment', '00a', 'CommentBody', [field('CommentBody', 'Comment')])
};

/** Values of the picklists. */
export const picklists: Record<string, string[]> = {
    Status: ['New', 'Working', 'Escalated', 'Closed'],
    Priority: ['High', 'Medium', 'Low']
};

const SUBJECTS = [
    'Compressor stops after twenty minutes of continuous operation at full load',
    'Invoice shows the wrong delivery address',
    'Boiler pressure drops overnight',
    'Replacement filter does not fit',
    'Training for the new control unit'
];

const cases = Array.from({ length: 60 }, (_, index): Row => ({
    Id: `500000000000${String(index).padStart(3, '0')}AAA`,
    CaseNumber: String(1000 + index).padStart(8, '0'),
    Subject: SUBJECTS[index % SUBJECTS.length]!,
    Status: picklists.Status![index % 4]!,
    Priority: picklists.Priority![index % 3]!,
    Description:
        'The unit runs for about twenty minutes and then switches itself off.\nIt restarts only after an hour.',
    IsEscalated: index % 7 === 0,
    ContactId: '003000000000001AAA',
    AccountId: '001000000000001AAA',
    CreatedDate: `2026-11-${String(1 + (index % 20)).padStart(2, '0')}T09:${String(10 + (index % 50))}:00.000Z`
}));

/** Records of the fake org; the server changes them. */
export const rows: Record<string, Row[]> = {
    Case: cases,
    Contact: [
        {
            Id: '003000000000001AAA',
            Name: 'Maria Lindqvist',
            Email: 'maria@northwind.example',
            Phone: '+1 202 555 0147',
            AccountId: '001000000000001AAA'
        }
    ],
    Account: [
        {
            Id: '001000000000001AAA',
            Name: 'Northwind Cold Storage',
            Phone: '+1 202 555 0100',
            Website: 'https://northwind.example'
        }
    ],
    CaseComment: Array.from({ length: 8 }, (_, index): Row => ({
        Id: `00a000000000${String(index).padStart(3, '0')}AAA`,
        ParentId: cases[0]!.Id!,
        CommentBody: `Called the customer and checked step ${index + 1}. ${'The pressure was normal when we looked. '.repeat(index * 3)}`,
        IsPublished: index % 2 === 0,
        'CreatedBy.Name': 'Alex Morgan',
        CreatedDate: `2026-11-${10 + index}T10:00:00.000Z`
    }))
};

const items = [
    { developerName: 'standard-home', label: 'Home', kind: 'home' as const },
    { developerName: 'standard-Case', label: 'Cases', kind: 'object' as const, objectApiName: 'Case' },
    { developerName: 'standard-Contact', label: 'Contacts', kind: 'object' as const, objectApiName: 'Contact' },
    { developerName: 'standard-Account', label: 'Accounts', kind: 'object' as const, objectApiName: 'Account' }
];

function utility(componentName: string, label: string): UtilityItem {
    const own = componentName.startsWith('c:');
    const componentInstanceProperties = [
        own ? { name: 'greeting', value: 'Hello' } : { name: 'richTextValue', value: '<p>Call back at noon.</p>' }
    ];
    return {
        id: `utility-${label}`,
        label,
        icon: 'utility:note',
        width: 400,
        height: 500,
        isScrollable: true,
        isEager: false,
        item: { componentInstance: { componentName, identifier: componentName, componentInstanceProperties } }
    };
}

/** Who is logged in to the fake org, and what there is. */
export const bootstrap: Bootstrap = {
    user: {
        id: '005000000000001AAA',
        name: 'Alex Morgan',
        username: 'agent@tandem.example',
        profileName: 'Standard User',
        timeZone: 'Europe/Berlin',
        locale: 'en_US',
        language: 'en_US'
    },
    personas: ['Agent', 'Manager', 'Technician'].map((label, index) => ({
        name: label.toLowerCase(),
        label,
        description: `What a ${label.toLowerCase()} sees`,
        current: index === 0
    })),
    orgId: '00D000000000001EAA',
    currency: 'USD',
    apps: [
        {
            developerName: 'Service',
            label: 'Service Console',
            description: 'Cases and people',
            navType: 'Console',
            headerColor: '#0b6e6e',
            items: items.slice(1),
            utilityItems: [
                utility('flexipage:richText', 'Notes'),
                utility('c:where', 'Where'),
                utility('c:notThere', 'Broken')
            ]
        },
        {
            developerName: 'Sales',
            label: 'Sales',
            description: 'Accounts and people',
            navType: 'Standard',
            headerColor: '#7a3e9d',
            items,
            utilityItems: []
        }
    ],
    defaultApp: 'Service',
    customPermissions: [],
    userPermissions: [],
    objects: Object.values(objects).map(({ apiName, label, labelPlural, keyPrefix }) => ({
        apiName,
        label,
        labelPlural,
        keyPrefix,
        createable: true,
        searchable: apiName !== 'CaseComment'
    })),
    modelLabel: 'Model simulator',
    emulated: true
};
