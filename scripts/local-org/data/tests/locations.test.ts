import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { AddressValue, LocationValue } from '../../platform/location/values.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { field } from './fixture-project.ts';
import { Fixture, decimal, record } from './support.ts';

const PLACE = 'force-app/main/objects/Engine__c/fields/Place__c.field-meta.xml';
const LOCATION = field('Place__c', '<scale>6</scale><type>Location</type>');

/** London, Paris and a record without a place. */
const CITIES: Record<string, [string, string]> = { London: ['51.5074', '-0.1278'], Paris: ['48.8566', '2.3522'] };

describe('addresses, locations and FORMAT in queries', () => {
    let org: Fixture;

    before(() => {
        org = new Fixture({ [PLACE]: LOCATION });
        const engines = Object.entries(CITIES).map(([name, [latitude, longitude]]) =>
            record('Engine__c', {
                Serial__c: name,
                Place__Latitude__s: decimal(latitude),
                Place__Longitude__s: decimal(longitude)
            })
        );
        org.insert([...engines, record('Engine__c', { Serial__c: 'Nowhere' })]);
        org.insert([
            record('Account', {
                Name: 'Acme',
                BillingStreet: '1 Main St',
                BillingCity: 'York',
                AnnualRevenue: decimal('1234567')
            }),
            record('Account', { Name: 'Blank' })
        ]);
    });

    const one = (soql: string, binds: Record<string, unknown> = {}): SObjectValue => org.query(soql, binds)[0];

    test('a compound address is read with its parts, and is null when all of them are empty', () => {
        const address = one(`SELECT BillingAddress FROM Account WHERE Name = 'Acme'`).read('BillingAddress');
        assert.ok(address instanceof AddressValue);
        assert.deepEqual(
            [address.parts.street, address.parts.city, address.parts.country],
            ['1 Main St', 'York', null]
        );
        assert.equal(one(`SELECT BillingAddress FROM Account WHERE Name = 'Blank'`).read('BillingAddress'), null);
    });

    test('a compound address through a parent', () => {
        org.insert([
            record('Contact', { LastName: 'Doe', AccountId: one(`SELECT Id FROM Account WHERE Name = 'Acme'`).id })
        ]);
        const contact = one('SELECT Account.BillingAddress FROM Contact');
        const address = contact.readParent('Account')?.read('BillingAddress') as AddressValue;
        assert.equal(address.parts.city, 'York');
    });

    test('an address cannot be filtered', () => {
        assert.throws(() => org.query(`SELECT Id FROM Account WHERE BillingAddress = 'x'`), /can not be filtered/);
    });

    test('a custom location has two parts and reads as one value', () => {
        const row = one(`SELECT Place__c, Place__Latitude__s FROM Engine__c WHERE Serial__c = 'Paris'`);
        assert.ok(row.read('Place__c') instanceof LocationValue);
        assert.equal(String(row.read('Place__Latitude__s')), '48.8566');
    });

    test('DISTANCE filters and orders; who has no place is not near', () => {
        const near = `DISTANCE(Place__c, GEOLOCATION(51.5, -0.12), 'km') < 100`;
        assert.deepEqual(org.values(`SELECT Serial__c FROM Engine__c WHERE ${near}`, 'Serial__c'), ['London']);
        const order = `SELECT Serial__c FROM Engine__c WHERE Place__Latitude__s != null ORDER BY DISTANCE(Place__c, GEOLOCATION(:a, :b), 'mi')`;
        const from = { a: decimal('48.8'), b: decimal('2.3') };
        assert.deepEqual(org.values(order, 'Serial__c', from), ['Paris', 'London']);
    });

    test('London and Paris are about 344 km, 213 miles apart', () => {
        const paris = `GEOLOCATION(48.8566, 2.3522)`;
        const select = (unit: string): string =>
            `SELECT DISTANCE(Place__c, ${paris}, '${unit}') far FROM Engine__c WHERE Serial__c = 'London'`;
        assert.equal(Math.round(Number(String(one(select('km')).read('far')))), 344);
        assert.equal(Math.round(Number(String(one(select('mi')).read('far')))), 213);
    });

    test('DISTANCE refuses other units and fields that are no place', () => {
        const distance = (first: string, unit: string): string =>
            `SELECT Id FROM Engine__c WHERE DISTANCE(${first}, GEOLOCATION(1, 1), '${unit}') < 5`;
        assert.throws(() => org.query(distance('Place__c', 'ft')), /unexpected distance unit 'ft'/);
        assert.throws(() => org.query(distance('Serial__c', 'km')), /no location/);
    });

    test('FORMAT writes numbers and money as the locale of the user does', () => {
        const row = one(`SELECT FORMAT(AnnualRevenue) money, FORMAT(Name) name2 FROM Account WHERE Name = 'Acme'`);
        assert.deepEqual([row.read('money'), row.read('name2')], ['$1,234,567', 'Acme']);
    });

    test('convertCurrency stops: the org has one currency', () => {
        assert.throws(() => org.query('SELECT convertCurrency(AnnualRevenue) FROM Account'), /convertCurrency/);
    });
});
