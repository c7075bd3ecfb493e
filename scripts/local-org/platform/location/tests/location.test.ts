import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AddressValue, LocationValue, distanceBetween } from '../values.ts';

describe('locations', () => {
    test('a quarter of the equator, in kilometres and miles', () => {
        assert.equal(Math.round(distanceBetween([0, 0], [0, 90], 'km')), 10008);
        assert.equal(Math.round(distanceBetween([0, 0], [0, 90], 'mi')), 6218);
    });

    test('opposite points are half around the earth apart', () => {
        assert.equal(Math.round(distanceBetween([90, 0], [-90, 0], 'km')), 20015);
    });

    test('any other unit is refused', () => {
        assert.throws(() => distanceBetween([0, 0], [0, 1], 'ft'), /Invalid unit: ft/);
    });

    test('the distance to an unknown point is null', () => {
        const unknown = new AddressValue({ city: 'Oslo' }, null, null, null);
        assert.equal(new LocationValue(1, 1).distanceTo(unknown, 'km'), null);
        assert.equal(unknown.distanceTo(new LocationValue(1, 1), 'km'), null);
    });
});
