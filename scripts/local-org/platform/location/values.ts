import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';

/** Mean radius of the earth. */
const EARTH = { km: 6371.0088, mi: 3958.7613 };

export type DistanceUnit = keyof typeof EARTH;

/**
 * Great-circle distance between two points in degrees.
 * @throws ApexException InvalidParameterValueException when the unit is neither `mi` nor `km`
 */
export function distanceBetween(from: [number, number], to: [number, number], unit: string): number {
    const radius = EARTH[unit as DistanceUnit];
    if (!radius) throw new ApexException('InvalidParameterValueException', `Invalid unit: ${unit}`);
    const radians = (degrees: number): number => (degrees * Math.PI) / 180;
    const [latitude, longitude] = [radians(to[0] - from[0]) / 2, radians(to[1] - from[1]) / 2];
    const chord =
        Math.sin(latitude) ** 2 + Math.cos(radians(from[0])) * Math.cos(radians(to[0])) * Math.sin(longitude) ** 2;
    return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A System.Location: a point in degrees; a part that is not known is null. */
export class LocationValue extends PlatformObject {
    readonly apexTypeName: string = 'Location';
    readonly latitude: number | null;
    readonly longitude: number | null;

    constructor(latitude: number | null, longitude: number | null) {
        super();
        this.latitude = latitude;
        this.longitude = longitude;
    }

    /** Null when one of the points is not known. */
    distanceTo(other: LocationValue, unit: string): number | null {
        if (this.latitude === null || this.longitude === null) return null;
        if (other.latitude === null || other.longitude === null) return null;
        return distanceBetween([this.latitude, this.longitude], [other.latitude, other.longitude], unit);
    }

    override toString(): string {
        return `API.Location[${this.latitude}, ${this.longitude}]`;
    }
}

/** The text parts of an address, by the names of System.Address. */
export type AddressParts = Partial<
    Record<'street' | 'city' | 'state' | 'stateCode' | 'postalCode' | 'country' | 'countryCode', string | null>
>;

/** A System.Address: a compound address as a query reads it. */
export class AddressValue extends LocationValue {
    override readonly apexTypeName = 'Address';
    readonly parts: AddressParts;
    readonly geocodeAccuracy: string | null;

    constructor(parts: AddressParts, latitude: number | null, longitude: number | null, accuracy: string | null) {
        super(latitude, longitude);
        this.parts = parts;
        this.geocodeAccuracy = accuracy;
    }

    override toString(): string {
        const { street, postalCode, city, state, country } = this.parts;
        return `API.Address[${[street, postalCode, city, state, country].map((part) => part ?? 'null').join(' ')}]`;
    }
}
