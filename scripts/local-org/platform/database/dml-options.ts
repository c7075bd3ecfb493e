import { definePlatformClass } from '../define.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { PlatformObject } from '../values/object.ts';

/** Database.DMLOptions: only all-or-none changes what the local org does; there are no assignment or duplicate rules. */
export class DmlOptionsValue extends PlatformObject {
    readonly apexTypeName = 'Database.DMLOptions';
    optAllOrNone: boolean | null = null;
    readonly assignmentRule = new DmlHeaderValue('Database.DMLOptions.AssignmentRuleHeader');
    readonly duplicateRule = new DmlHeaderValue('Database.DMLOptions.DuplicateRuleHeader');
    readonly email = new DmlHeaderValue('Database.DMLOptions.EmailHeader');
}

/** One of the headers inside DMLOptions. */
class DmlHeaderValue extends PlatformObject {
    readonly apexTypeName: string;
    readonly settings = new Map<string, unknown>();

    constructor(apexTypeName: string) {
        super();
        this.apexTypeName = apexTypeName;
    }
}

const setting = (name: string) => ({
    get: (self: DmlHeaderValue) => self.settings.get(name) ?? null,
    set: (self: DmlHeaderValue, value: unknown) => void self.settings.set(name, value)
});

definePlatformClass({
    name: 'Database.DMLOptions',
    constructors: { 'DMLOptions()': () => new DmlOptionsValue() },
    properties: {
        'Boolean optAllOrNone': {
            get: (self: DmlOptionsValue) => self.optAllOrNone,
            set: (self: DmlOptionsValue, value: boolean | null) => void (self.optAllOrNone = value)
        },
        'Boolean allowFieldTruncation': { get: () => false, set: refuseTruncation },
        'Database.DMLOptions.AssignmentRuleHeader assignmentRuleHeader': {
            get: (self: DmlOptionsValue) => self.assignmentRule
        },
        'Database.DMLOptions.DuplicateRuleHeader duplicateRuleHeader': {
            get: (self: DmlOptionsValue) => self.duplicateRule
        },
        'Database.DMLOptions.EmailHeader emailHeader': { get: (self: DmlOptionsValue) => self.email }
    }
});

definePlatformClass({
    name: 'Database.DMLOptions.AssignmentRuleHeader',
    properties: {
        'Id assignmentRuleId': setting('assignmentRuleId'),
        'Boolean useDefaultRule': setting('useDefaultRule')
    }
});

definePlatformClass({
    name: 'Database.DMLOptions.DuplicateRuleHeader',
    properties: { 'Boolean allowSave': setting('allowSave'), 'Boolean runAsCurrentUser': setting('runAsCurrentUser') }
});

definePlatformClass({
    name: 'Database.DMLOptions.EmailHeader',
    properties: {
        'Boolean triggerAutoResponseEmail': setting('triggerAutoResponseEmail'),
        'Boolean triggerOtherEmail': setting('triggerOtherEmail'),
        'Boolean triggerUserEmail': setting('triggerUserEmail')
    }
});

function refuseTruncation(_self: unknown, value: boolean | null): void {
    if (value) throw new NotImplementedError('Database.DMLOptions.allowFieldTruncation');
}
