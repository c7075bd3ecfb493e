import { definePlatformClass } from '../define.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { PlatformObject } from '../values/object.ts';

/** The API limits of an org that never comes near them. */
const ORG_LIMITS: Record<string, number> = {
    DailyApiRequests: 15_000,
    DailyAsyncApexExecutions: 250_000,
    DailyBulkApiBatches: 15_000,
    DailyStreamingApiEvents: 10_000,
    DailyWorkflowEmails: 390,
    DataStorageMB: 5,
    FileStorageMB: 20,
    HourlyPublishedPlatformEvents: 50_000,
    SingleEmail: 15
};

/** A System.OrgLimit. */
class OrgLimitValue extends PlatformObject {
    readonly apexTypeName = 'OrgLimit';
    readonly name: string;

    constructor(name: string) {
        super();
        this.name = name;
    }
}

const limits = Object.keys(ORG_LIMITS).map((name) => new OrgLimitValue(name));

definePlatformClass({
    name: 'OrgLimits',
    statics: {
        'Map<String,OrgLimit> getMap()': () =>
            new ApexMap(
                'String',
                'OrgLimit',
                limits.map((limit) => [limit.name, limit] as const)
            ),
        'List<OrgLimit> getAll()': () => new ApexList('OrgLimit', [...limits]),
        'Set<String> getNames()': () => new ApexSet('String', Object.keys(ORG_LIMITS))
    }
});

definePlatformClass({
    name: 'OrgLimit',
    methods: {
        'String getName()': (self: OrgLimitValue) => self.name,
        'Integer getLimit()': (self: OrgLimitValue) => ORG_LIMITS[self.name],
        'Integer getValue()': () => 0
    }
});
