import { DatabaseErrorValue, DatabaseResultValue } from '../database/results.ts';
import { ActionErrorValue, ActionResultValue } from '../invocable/action.ts';
import { AddressValue, LocationValue } from '../location/values.ts';
import { ApexDouble } from '../values/double.ts';
import { ApexList } from '../values/collections.ts';

/** What JSON says of an object of a platform class, member by member; null when it cannot carry one. */
export function platformMembers(value: unknown): [string, unknown][] | null {
    if (value instanceof DatabaseErrorValue) {
        const { message, statusCode, fields } = value.error;
        return Object.entries({ statusCode, message, fields: new ApexList('String', [...fields]) });
    }
    if (value instanceof DatabaseResultValue) {
        const { success, id, created } = value.result;
        const more = value.apexTypeName === 'Database.UpsertResult' ? { created: created ?? false } : {};
        return Object.entries({ success, id, errors: value.errors, ...more });
    }
    if (value instanceof LocationValue) return placeMembers(value);
    if (value instanceof ActionErrorValue) return Object.entries({ code: value.code, message: value.message });
    if (!(value instanceof ActionResultValue)) return null;
    const { success, errors, outputParameters } = value;
    return Object.entries({ success, errors, outputParameters });
}

/** The parts of an address in the order of their names, or the degrees of a location alone. */
function placeMembers(place: LocationValue): [string, unknown][] {
    const degrees = { latitude: doubleOf(place.latitude), longitude: doubleOf(place.longitude) };
    if (!(place instanceof AddressValue)) return Object.entries(degrees);
    const { city, country, postalCode, state, street } = place.parts;
    const parts = { city, country, geocodeAccuracy: place.geocodeAccuracy, ...degrees, postalCode, state, street };
    return Object.entries(parts).map(([name, part]) => [name, part ?? null]);
}

function doubleOf(degrees: number | null): ApexDouble | null {
    return degrees === null ? null : new ApexDouble(degrees);
}
