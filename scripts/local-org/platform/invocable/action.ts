import { definePlatformClass } from '../define.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import { PlatformObject } from '../values/object.ts';
import { runAction } from './run-action.ts';

/** An Invocable.Action and what it is to be called with. */
export class ActionValue extends PlatformObject {
    readonly apexTypeName = 'Invocable.Action';
    readonly type: string;
    readonly namespace: string | null;
    readonly name: string;
    readonly standard: boolean;
    invocations: ApexMap[] = [];

    constructor(type: string, name: string, namespace: string | null, standard: boolean) {
        super();
        this.type = type;
        this.name = name;
        this.namespace = namespace;
        this.standard = standard;
    }

    /** The parameters of the latest call that was added; the first is made when asked for. */
    get latest(): ApexMap {
        if (this.invocations.length === 0) this.add();
        return this.invocations[this.invocations.length - 1];
    }

    add(): void {
        this.invocations.push(new ApexMap('String', 'Object'));
    }
}

/** An Invocable.Action.Error. */
export class ActionErrorValue extends PlatformObject {
    readonly apexTypeName = 'Invocable.Action.Error';
    code: string | null = null;
    message: string | null = null;
}

/** An Invocable.Action.Result. */
export class ActionResultValue extends PlatformObject {
    readonly apexTypeName = 'Invocable.Action.Result';
    action: ActionValue | null = null;
    success: boolean | null = null;
    errors: ApexList | null = new ApexList('Invocable.Action.Error', []);
    outputParameters: ApexMap | null = new ApexMap('String', 'Object');
}

const chained =
    (change: (self: ActionValue, ...values: never[]) => void) =>
    (self: ActionValue, ...values: never[]): ActionValue => {
        change(self, ...values);
        return self;
    };

definePlatformClass({
    name: 'Invocable.Action',
    statics: {
        'Invocable.Action createCustomAction(String actionType, String actionName)': (type, name) =>
            new ActionValue(type, name, null, false),
        'Invocable.Action createCustomAction(String actionType, String namespace, String actionName)': (
            type,
            namespace,
            name
        ) => new ActionValue(type, name, namespace, false),
        'Invocable.Action createStandardAction(String actionType)': (type) => new ActionValue(type, type, null, true)
    },
    methods: {
        'Invocable.Action setInvocationParameter(String name, Object value)': chained(
            (self, name: string, value: unknown) => void self.latest.put(name, value)
        ),
        'Invocable.Action setInvocations(List<Map<String,Object>> invocations)': chained(
            (self, list: ApexList<ApexMap>) => void (self.invocations = [...list.items])
        ),
        'Invocable.Action addInvocation()': chained((self) => self.add()),
        'Invocable.Action clearInvocations()': chained((self) => void (self.invocations = [])),
        'List<Map<String,Object>> getInvocations()': (self: ActionValue) =>
            new ApexList('Map<String,Object>', [...self.invocations]),
        'List<Invocable.Action.Result> invoke()': (self: ActionValue) =>
            new ApexList('Invocable.Action.Result', runAction(self)),
        'String getName()': (self: ActionValue) => self.name,
        'String getNamespace()': (self: ActionValue) => self.namespace,
        'String getType()': (self: ActionValue) => self.type,
        'Boolean isStandard()': (self: ActionValue) => self.standard
    }
});

definePlatformClass({
    name: 'Invocable.Action.Result',
    methods: {
        'Invocable.Action getAction()': (self: ActionResultValue) => self.action,
        'List<Invocable.Action.Error> getErrors()': (self: ActionResultValue) => self.errors,
        'Map<String,Object> getOutputParameters()': (self: ActionResultValue) => self.outputParameters,
        'Boolean isSuccess()': (self: ActionResultValue) => self.success
    }
});

definePlatformClass({
    name: 'Invocable.Action.Error',
    methods: {
        'String getCode()': (self: ActionErrorValue) => self.code,
        'String getMessage()': (self: ActionErrorValue) => self.message
    }
});
