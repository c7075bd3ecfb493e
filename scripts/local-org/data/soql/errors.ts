import { NotImplementedError } from '../../platform/not-implemented.ts';
import { ApexException } from '../../platform/values/index.ts';
import { absentFieldName, isAbsentField } from '../schema/absent-fields.ts';

const REFERENCE = 'Please reference your WSDL or the describe call for the appropriate names.';

/** A QueryException with this message. */
export function queryError(message: string): ApexException {
    return new ApexException('QueryException', message);
}

/**
 * The QueryException for a field that Salesforce has not either.
 * @throws NotImplementedError when only the local org lacks it
 */
export function noSuchColumn(field: string, object: string): ApexException {
    if (isAbsentField(object, field)) throw new NotImplementedError(absentFieldName(object, field));
    const hint =
        "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.";
    return queryError(`No such column '${field}' on entity '${object}'. ${hint} ${REFERENCE}`);
}

export function noSuchObject(object: string): ApexException {
    const hint = "If you are attempting to use a custom object, be sure to append the '__c' after the entity name.";
    return queryError(`sObject type '${object}' is not supported. ${hint} ${REFERENCE}`);
}

export function noSuchRelationship(name: string): ApexException {
    const hint = 'If you are attempting to use a custom relationship, be sure to append the';
    return queryError(
        `Didn't understand relationship '${name}' in field path. ${hint} '__r' after the custom relationship name. ${REFERENCE}`
    );
}

export function noSuchChildRelationship(name: string): ApexException {
    const hint = 'If you are attempting to use a custom relationship, be sure to append the';
    return queryError(
        `Didn't understand relationship '${name}' in FROM part of query call. ${hint} '__r' after the custom relationship name. ${REFERENCE}`
    );
}

/** An expression inside a bind, a literal of the wrong type. */
export function invalidValue(value: string, type: string): ApexException {
    return queryError(`Invalid ${type.toLowerCase()}: ${value}`);
}
