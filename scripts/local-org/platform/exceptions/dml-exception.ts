import { platformEnumValue } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import type { DmlRowError } from '../values/exception.ts';
import { SObjectFieldToken } from '../values/tokens.ts';
import { defineException } from './exception.ts';

const dmlMethods: Record<string, Implementation> = {
    'Integer getNumDml()': (self: ApexException) => self.dmlErrors.length,
    'List<String> getDmlFieldNames(Integer index)': (self, index) =>
        new ApexList('String', [...row(self, index).fields]),
    'String getDmlId(Integer index)': (self, index) => row(self, index).id,
    'List<Schema.SObjectField> getDmlFields(Integer index)': (self, index) => fieldTokens(row(self, index)),
    'Integer getDmlIndex(Integer index)': (self, index) => row(self, index).index,
    'String getDmlMessage(Integer index)': (self, index) => row(self, index).message,
    'String getDmlStatusCode(Integer index)': (self, index) => row(self, index).statusCode,
    'StatusCode getDmlType(Integer index)': (self, index) =>
        platformEnumValue('StatusCode', row(self, index).statusCode)
};

function row(self: ApexException, index: number): DmlRowError {
    const found = self.dmlErrors[index];
    if (!found) throw new ApexException('ListException', `List index out of bounds: ${index}`);
    return found;
}

/** Tokens of the fields that the row's error names. */
function fieldTokens({ fields, objectName }: DmlRowError): ApexList {
    const tokens = fields.map((name) => new SObjectFieldToken(objectName ?? '', name));
    return new ApexList('Schema.SObjectField', tokens);
}

defineException('DmlException', dmlMethods);

defineException('QueryException', {
    'Map<String,Set<String>> getInaccessibleFields()': (self: ApexException) =>
        new ApexMap(
            'String',
            'Set<String>',
            [...self.inaccessibleFields].map(([object, fields]) => [object, new ApexSet('String', fields)] as const)
        )
});
