import { context } from '../context.ts';
import type { InvocableMethod } from '../context.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { ApexList, type ApexMap } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { ActionErrorValue, ActionResultValue, type ActionValue } from './action.ts';

/** Runs a custom action once for all its invocations: one result for each. */
export function runAction(action: ActionValue): ActionResultValue[] {
    const method = action.standard ? undefined : invocable(action);
    if (!method)
        return action.invocations.map(() =>
            failed(action, 'INVALID_API_INPUT', `Couldn't find the ${action.type} action ${action.name}.`)
        );
    try {
        return succeeded(action, method);
    } catch (error) {
        if (!(error instanceof ApexException) || error.uncatchable) throw error;
        return action.invocations.map(() => failed(action, 'UNKNOWN_EXCEPTION', error.getApexMessage()));
    }
}

/** The Apex method behind the action; undefined when the project has none of that name. */
function invocable(action: ActionValue): InvocableMethod | undefined {
    const { metadata, types } = context().org;
    if (action.type.toLowerCase() === 'apex') return types.invocableMethod(action.name);
    const known = action.type.toLowerCase() === 'flow' && !metadata.hasFlow(action.name);
    if (known) return undefined;
    throw new NotImplementedError(`Invocable.Action of type ${action.type}`);
}

function succeeded(action: ActionValue, method: InvocableMethod): ActionResultValue[] {
    const inputs = action.invocations.map((parameters) => inputOf(parameters, method.inputType));
    const returned = method.call(new ApexList(method.inputType ?? 'Object', inputs));
    const outputs = returned instanceof ApexList ? returned.items : [];
    return action.invocations.map((_, index) => resultOf(action, outputs[index] ?? null, method));
}

/** An object with invocable variables, or the only parameter as it is. */
function inputOf(parameters: ApexMap, type: string | null): unknown {
    const { types } = context().org;
    const members = type === null ? null : types.members(type);
    if (!members) return parameters.entries()[0]?.[1] ?? null;
    const input = types.newInstance(type!);
    for (const [name, value] of parameters.entries()) {
        const member = members.find((candidate) => candidate.name.toLowerCase() === String(name).toLowerCase());
        if (!member) throw new ApexException('IllegalArgumentException', `Unknown parameter: ${String(name)}`);
        member.write(input, value);
    }
    return input;
}

function resultOf(action: ActionValue, output: unknown, method: InvocableMethod): ActionResultValue {
    const result = new ActionResultValue();
    result.action = action;
    result.success = true;
    const members = method.outputType === null ? null : context().org.types.members(method.outputType);
    if (members && output !== null)
        for (const member of members) result.outputParameters!.put(member.name, member.read(output));
    else result.outputParameters!.put('output', output);
    return result;
}

function failed(action: ActionValue, code: string, message: string): ActionResultValue {
    const result = new ActionResultValue();
    const error = new ActionErrorValue();
    Object.assign(error, { code, message });
    Object.assign(result, { action, success: false, errors: new ApexList('Invocable.Action.Error', [error]) });
    return result;
}
