import { definePlatformClass } from '../define.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { textHashCode } from '../text/distance.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { apexEquals, hashKey } from '../values/equality.ts';
import { apexToString } from '../values/to-string.ts';
import { cloneValue, elementSObjectType, putById } from './sobject-lists.ts';

definePlatformClass({
    name: 'Map',
    typeParameters: ['K', 'V'],
    constructors: {
        'Map()': (types: string[]) => new ApexMap(types[0], types[1]),
        'Map(Map<K,V> mapToCopy)': (source: ApexMap | null, types: string[]) => {
            if (source === null) throw nullArgument();
            return new ApexMap(types[0], types[1], source.entries());
        },
        'Map(List<SObject> recordList)': (records: ApexList | null, types: string[]) => {
            if (records === null) throw nullArgument();
            const map = new ApexMap(types[0], types[1]);
            putById(map, records);
            return map;
        }
    },
    methods: {
        'void clear()': (self: ApexMap) => self.clear(),
        'Map<K,V> clone()': (self: ApexMap) => new ApexMap(self.keyType, self.valueType, self.entries()),
        'Boolean containsKey(K key)': (self: ApexMap, key) => self.has(key),
        'Map<K,V> deepClone()': (self: ApexMap) =>
            new ApexMap(
                self.keyType,
                self.valueType,
                self.entries().map(([key, value]) => [key, cloneValue(value, true)] as const)
            ),
        'Boolean equals(Object other)': (self: ApexMap, other) => apexEquals(self, other),
        'V get(K key)': (self: ApexMap, key) => self.get(key),
        'Schema.SObjectType getSObjectType()': (self: ApexMap) => elementSObjectType(self.valueType),
        'Integer hashCode()': (self: ApexMap) => textHashCode(String(hashKey(self))),
        'Boolean isEmpty()': (self: ApexMap) => self.size === 0,
        'Set<K> keySet()': (self: ApexMap) => new ApexSet(self.keyType, self.keys()),
        'V put(K key, V value)': (self: ApexMap, key, value) => self.put(key, value),
        'void putAll(Map<K,V> fromMap)': (self: ApexMap, source: ApexMap | null) => {
            if (source === null) throw nullArgument();
            for (const [key, value] of source.entries()) self.put(key, value);
        },
        'void putAll(List<SObject> sobjectArray)': (self: ApexMap, records: ApexList) => putById(self, records),
        'V remove(K key)': (self: ApexMap, key) => self.delete(key),
        'Integer size()': (self: ApexMap) => self.size,
        'String toString()': apexToString,
        'List<V> values()': (self: ApexMap) => new ApexList(self.valueType, self.values())
    }
});
