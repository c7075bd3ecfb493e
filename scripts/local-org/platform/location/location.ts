import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { ApexDouble } from '../values/double.ts';
import { ApexException } from '../values/exception.ts';
import { LocationValue } from './values.ts';
import type { AddressParts, AddressValue } from './values.ts';

const double = (value: number | null): ApexDouble | null => (value === null ? null : new ApexDouble(value));

/** @throws ApexException NullPointerException when a point or the unit is null */
function distance(from: LocationValue | null, to: LocationValue | null, unit: string | null): ApexDouble | null {
    if (!from || !to || unit === null) {
        throw new ApexException('NullPointerException', 'Attempt to de-reference a null object');
    }
    return double(from.distanceTo(to, unit));
}

const coordinates = {
    'Double latitude': { get: (self: LocationValue) => double(self.latitude) },
    'Double longitude': { get: (self: LocationValue) => double(self.longitude) }
};

definePlatformClass({
    name: 'Location',
    statics: {
        'Location newInstance(Decimal latitude, Decimal longitude)': (latitude: unknown, longitude: unknown) =>
            new LocationValue(Number(String(latitude)), Number(String(longitude))),
        'Double getDistance(Location firstLocation, Location secondLocation, String unit)': distance
    },
    methods: {
        'Double getDistance(Location toLocation, String unit)': distance,
        'Double getLatitude()': (self: LocationValue) => double(self.latitude),
        'Double getLongitude()': (self: LocationValue) => double(self.longitude)
    },
    properties: coordinates
});

const PARTS: (keyof AddressParts)[] = ['street', 'city', 'state', 'stateCode', 'postalCode', 'country', 'countryCode'];

const getterOf = (name: string): string => `get${name[0].toUpperCase()}${name.slice(1)}`;

const getters: [string, Implementation][] = PARTS.map((name) => [
    `String ${getterOf(name)}()`,
    (self: AddressValue) => self.parts[name] ?? null
]);

definePlatformClass({
    name: 'Address',
    extends: 'Location',
    methods: {
        ...Object.fromEntries(getters),
        'String getGeocodeAccuracy()': (self: AddressValue) => self.geocodeAccuracy
    },
    properties: {
        ...coordinates,
        ...Object.fromEntries(
            PARTS.map((name) => [`String ${name}`, { get: (self: AddressValue) => self.parts[name] ?? null }])
        ),
        'String geocodeAccuracy': { get: (self: AddressValue) => self.geocodeAccuracy }
    }
});
