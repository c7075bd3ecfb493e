import { definePlatformClass, definePlatformEnum, platformEnumValue } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { ApexList } from '../values/collections.ts';
import { SObjectFieldToken, SObjectTypeToken } from '../values/tokens.ts';
import type { FieldSchema } from '../../data/schema/types.ts';
import type { FieldPermission } from '../../data/types.ts';
import { DescribedPart } from './describe-values.ts';
import type { DescribeFieldValue } from './describe-values.ts';
import { describedFieldRights } from './described-rights.ts';

definePlatformEnum(
    'Schema.DisplayType',
    (
        'ADDRESS ANYTYPE BASE64 BOOLEAN COMBOBOX CURRENCY DATACATEGORYGROUPREFERENCE DATE DATETIME DOUBLE EMAIL ENCRYPTEDSTRING ID ' +
        'INTEGER JSON LOCATION LONG MULTIPICKLIST PERCENT PHONE PICKLIST REFERENCE STRING TEXTAREA TIME URL'
    ).split(' ')
);
definePlatformEnum(
    'Schema.SoapType',
    'ADDRESS ANYTYPE BASE64BINARY BOOLEAN DATE DATETIME DOUBLE ID INTEGER LOCATION STRING TIME'.split(' ')
);

/** Types of the schema that the platform's DisplayType knows by another name. */
const DISPLAY_TYPES: Record<string, string> = {
    LONGTEXTAREA: 'TEXTAREA',
    METADATARELATIONSHIP: 'REFERENCE',
    JUNCTIONIDLIST: 'ANYTYPE'
};
const SOAP_TYPES: Record<string, string> = {
    Decimal: 'DOUBLE',
    Double: 'DOUBLE',
    Integer: 'INTEGER',
    Long: 'INTEGER',
    Boolean: 'BOOLEAN',
    Date: 'DATE',
    Datetime: 'DATETIME',
    Id: 'ID',
    String: 'STRING',
    Time: 'TIME',
    Blob: 'BASE64BINARY',
    Address: 'ADDRESS',
    Location: 'LOCATION',
    'List<Id>': 'ANYTYPE',
    Object: 'ANYTYPE'
};

const about =
    (fact: (field: FieldSchema) => unknown): Implementation =>
    (self: DescribeFieldValue) =>
        fact(self.field);

function permission(self: DescribeFieldValue): FieldPermission {
    return describedFieldRights(self.object, self.field);
}

definePlatformClass({
    name: 'Schema.DescribeFieldResult',
    methods: { ...accessMethods(), ...factMethods(), ...kindMethods(), ...referenceMethods() },
    properties: {
        'String name': { get: (self: DescribeFieldValue) => self.field.name },
        'String label': { get: (self: DescribeFieldValue) => self.field.label },
        'Integer length': { get: (self: DescribeFieldValue) => self.field.length },
        'Integer scale': { get: (self: DescribeFieldValue) => self.field.scale },
        'Integer precision': { get: (self: DescribeFieldValue) => self.field.precision },
        'Schema.DisplayType type': { get: (self: DescribeFieldValue) => displayType(self.field) },
        'List<Schema.PicklistEntry> picklistValues': { get: (self: DescribeFieldValue) => picklistEntries(self.field) },
        'Boolean accessible': { get: (self: DescribeFieldValue) => permission(self).read },
        'Boolean createable': { get: (self: DescribeFieldValue) => self.field.createable && permission(self).edit },
        'Boolean updateable': { get: (self: DescribeFieldValue) => self.field.updateable && permission(self).edit },
        'Boolean custom': { get: (self: DescribeFieldValue) => self.field.custom },
        'Boolean nillable': { get: (self: DescribeFieldValue) => self.field.nillable }
    }
});

const displayType = (field: FieldSchema): unknown =>
    platformEnumValue('Schema.DisplayType', DISPLAY_TYPES[field.type] ?? field.type);

function accessMethods(): Record<string, Implementation> {
    return {
        'Boolean isAccessible()': (self: DescribeFieldValue) => permission(self).read,
        'Boolean isCreateable()': (self: DescribeFieldValue) => self.field.createable && permission(self).edit,
        'Boolean isUpdateable()': (self: DescribeFieldValue) => self.field.updateable && permission(self).edit,
        'Boolean isPermissionable()': about((field) => field.permissionable)
    };
}

function factMethods(): Record<string, Implementation> {
    return {
        'String getName()': about((field) => field.name),
        'String getLocalName()': about((field) => field.name),
        'String getLabel()': about((field) => field.label),
        'String getInlineHelpText()': about((field) => field.inlineHelpText ?? field.helpText ?? null),
        'Integer getLength()': about((field) => field.length),
        'Integer getByteLength()': about((field) => field.length * 3),
        'Integer getDigits()': about((field) => (field.apexType === 'Integer' ? field.precision : 0)),
        'Integer getPrecision()': about((field) => field.precision),
        'Integer getScale()': about((field) => field.scale),
        'String getCalculatedFormula()': about((field) => field.formula ?? null),
        'Object getDefaultValue()': about(({ type, defaultValue }) =>
            type === 'BOOLEAN' ? defaultValue?.toLowerCase() === 'true' : null
        ),
        'String getMask()': about(() => null),
        'String getMaskType()': about(() => null),
        'Object getDefaultValueFormula()': about((field) => field.defaultValue ?? null),
        'String getComplianceGroup()': about((field) => field.complianceGroup ?? null),
        'String getSecurityClassification()': about((field) => field.securityClassification ?? null),
        'String getControllingField()': about((field) => field.controllingField ?? null),
        'Schema.DisplayType getType()': about((field) => displayType(field)),
        'Schema.SoapType getSoapType()': about((field) =>
            platformEnumValue('Schema.SoapType', SOAP_TYPES[field.apexType])
        ),
        'List<Schema.PicklistEntry> getPicklistValues()': about(picklistEntries)
    };
}

function picklistEntries(field: FieldSchema): ApexList {
    const type = 'Schema.PicklistEntry';
    return new ApexList(
        type,
        field.picklistValues.map((value) => new DescribedPart(type, value))
    );
}

/** Types that COUNT_DISTINCT, MIN and MAX do not take. */
const UNAGGREGATABLE: ReadonlySet<string> = new Set([
    'LONGTEXTAREA',
    'MULTIPICKLIST',
    'BOOLEAN',
    'ADDRESS',
    'LOCATION',
    'BASE64',
    'ANYTYPE'
]);

function kindMethods(): Record<string, Implementation> {
    return {
        'Boolean isAutoNumber()': about((field) => field.autoNumber !== undefined),
        'Boolean isCalculated()': about((field) => field.calculated),
        'Boolean isCascadeDelete()': about((field) => field.cascadeDelete),
        'Boolean isCaseSensitive()': about((field) => field.caseSensitive),
        'Boolean isCustom()': about((field) => field.custom),
        'Boolean isDefaultedOnCreate()': about((field) => field.defaultValue !== undefined || field.type === 'BOOLEAN'),
        'Boolean isDependentPicklist()': about((field) => field.controllingField !== undefined),
        'Boolean isDeprecatedAndHidden()': about(() => false),
        'Boolean isExternalId()': about((field) => field.externalId),
        'Boolean isFilterable()': about((field) => field.filterable),
        'Boolean isGroupable()': about((field) => field.groupable),
        'Boolean isHtmlFormatted()': about((field) => field.htmlFormatted),
        'Boolean isIdLookup()': about((field) => field.type === 'ID' || field.externalId),
        'Boolean isNameField()': about((field) => field.nameField),
        'Boolean isNamePointing()': about((field) => field.referenceTo.length > 1),
        'Boolean isNillable()': about((field) => field.nillable),
        'Boolean isRestrictedDelete()': about((field) => field.restrictedDelete),
        'Boolean isRestrictedPicklist()': about((field) => field.restricted),
        'Boolean isSortable()': about((field) => field.sortable),
        'Boolean isUnique()': about((field) => field.unique),
        'Boolean isAggregatable()': about(({ type }) => !UNAGGREGATABLE.has(type)),
        'Boolean isCompound()': about((field) => field.addressParts !== undefined || field.type === 'LOCATION'),
        'Boolean isDisplayLocationInDecimal()': about((field) => field.type === 'LOCATION'),
        'Boolean isEncrypted()': about(() => false),
        'Boolean isFormulaTreatNullNumberAsZero()': about((field) => field.formulaTreatBlanksAs === 'BlankAsZero'),
        'Boolean isHighScaleNumber()': about(() => false),
        'Boolean isQueryByDistance()': about((field) => field.type === 'LOCATION'),
        'Boolean isSearchPrefilterable()': about(() => false),
        'Boolean isWriteRequiresMasterRead()': about(() => false),
        'Boolean isAiPredictionField()': about(() => false)
    };
}

function referenceMethods(): Record<string, Implementation> {
    return {
        'String getRelationshipName()': about((field) => field.relationshipName ?? null),
        'String getReferenceTargetField()': about(() => null),
        'Integer getRelationshipOrder()': relationshipOrder,
        'Schema.FilteredLookupInfo getFilteredLookupInfo()': about(() => null),
        'List<Schema.SObjectType> getReferenceTo()': about(
            (field) =>
                new ApexList(
                    'Schema.SObjectType',
                    field.referenceTo.map((name) => new SObjectTypeToken(name))
                )
        ),
        'Schema.SObjectField getSObjectField()': (self: DescribeFieldValue) =>
            new SObjectFieldToken(self.object.name, self.field.name),
        'Schema.SObjectType getSObjectType()': (self: DescribeFieldValue) => new SObjectTypeToken(self.object.name)
    };
}

/** 0 of the first master-detail field of an object, 1 of the second; null of other fields. */
function relationshipOrder({ object, field }: DescribeFieldValue): number | null {
    const masters = [...object.fields.values()].filter(({ masterDetail }) => masterDetail);
    const position = masters.indexOf(field);
    return position < 0 ? null : position;
}

definePlatformClass({ name: 'Schema.FilteredLookupInfo' });
