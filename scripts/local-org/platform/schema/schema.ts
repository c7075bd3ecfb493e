import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { ApexList } from '../values/collections.ts';
import { SObjectTypeToken } from '../values/tokens.ts';
import { CaseInsensitiveMap } from './case-insensitive-map.ts';
import { describeObject } from './describe-values.ts';

const describeAll = (names: ApexList<string>): ApexList =>
    new ApexList('Schema.DescribeSObjectResult', names.items.map(describeObject));

definePlatformClass({
    name: 'Schema',
    statics: {
        'Map<String,Schema.SObjectType> getGlobalDescribe()': () =>
            new CaseInsensitiveMap(
                'Schema.SObjectType',
                context()
                    .org.schema.objects()
                    .map((object) => [object.name, new SObjectTypeToken(object.name)] as const)
            ),
        'List<Schema.DescribeSObjectResult> describeSObjects(List<String> types)': describeAll,
        'List<Schema.DescribeSObjectResult> describeSObjects(List<String> types, Schema.SObjectDescribeOptions options)':
            describeAll
    }
});
