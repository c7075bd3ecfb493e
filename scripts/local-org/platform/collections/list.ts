import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { invokeMethod } from '../invoke.ts';
import { iterate } from '../support/iterate.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexList } from '../values/collections.ts';
import { apexCompare } from '../values/compare.ts';
import { apexEquals, hashKey } from '../values/equality.ts';
import { textHashCode } from '../text/distance.ts';
import { apexToString } from '../values/to-string.ts';
import { cloneValue, elementSObjectType } from './sobject-lists.ts';

const copy = (source: unknown, types: string[]): ApexList => new ApexList(types[0], [...iterate(source)]);

definePlatformClass({
    name: 'List',
    typeParameters: ['T'],
    implements: ['Iterable<T>'],
    constructors: {
        'List()': (types: string[]) => new ApexList(types[0]),
        'List(Integer size)': (size: number, types: string[]) => new ApexList(types[0], new Array(size).fill(null)),
        'List(List<T> listToCopy)': copy,
        'List(Set<T> setToCopy)': copy,
        'List(Iterable<T> valuesToCopy)': copy
    },
    methods: { ...changingMethods(), ...readingMethods(), ...sortingMethods() }
});

function changingMethods(): Record<string, Implementation> {
    return {
        'void add(T element)': (self: ApexList, element) => self.add(element),
        'void add(Integer index, T element)': insertAt,
        'void addAll(List<T> fromList)': addAll,
        'void addAll(Set<T> fromSet)': addAll,
        'void addAll(Iterable<T> values)': addAll,
        'void clear()': (self: ApexList) => {
            self.checkModifiable();
            self.items = [];
        },
        'T remove(Integer index)': removeAt,
        'void set(Integer index, T element)': (self: ApexList, index: number, element) => self.set(index, element)
    };
}

function insertAt(self: ApexList, index: number, element: unknown): void {
    self.checkModifiable();
    if (index !== self.items.length) self.checkIndex(index);
    self.items.splice(index, 0, element);
}

function addAll(self: ApexList, values: unknown): void {
    self.checkModifiable();
    self.items = self.items.concat(iterate(values));
}

function removeAt(self: ApexList, index: number): unknown {
    self.checkModifiable();
    self.checkIndex(index);
    return self.items.splice(index, 1)[0];
}

function readingMethods(): Record<string, Implementation> {
    return {
        'List<T> clone()': (self: ApexList) => new ApexList(self.elementType, [...self.items]),
        'Boolean contains(T element)': (self: ApexList, element) => indexOf(self, element) >= 0,
        'List<T> deepClone()': (self: ApexList) => deepClone(self),
        'List<T> deepClone(Boolean preserveId)': (self: ApexList, id) => deepClone(self, id),
        'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)': (self: ApexList, id, stamps) =>
            deepClone(self, id, stamps),
        'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)': (
            self: ApexList,
            id,
            stamps,
            autonumber
        ) => deepClone(self, id, stamps, autonumber),
        'Boolean equals(Object other)': (self: ApexList, other) => apexEquals(self, other),
        'T get(Integer index)': (self: ApexList, index: number) => self.get(index),
        'Schema.SObjectType getSObjectType()': (self: ApexList) => elementSObjectType(self.elementType),
        'Integer hashCode()': (self: ApexList) => textHashCode(String(hashKey(self))),
        'Integer indexOf(T element)': (self: ApexList, element) => indexOf(self, element),
        'Boolean isEmpty()': (self: ApexList) => self.items.length === 0,
        'Iterator<T> iterator()': (self: ApexList) => self.iterator$0(),
        'Integer size()': (self: ApexList) => self.items.length,
        'String toString()': apexToString
    };
}

function indexOf(self: ApexList, element: unknown): number {
    return self.items.findIndex((item) => apexEquals(item, element));
}

function deepClone(self: ApexList, id = false, stamps = false, autonumber = false): ApexList {
    return new ApexList(
        self.elementType,
        self.items.map((item) => cloneValue(item, id, stamps, autonumber))
    );
}

function sortingMethods(): Record<string, Implementation> {
    return {
        'void sort()': (self: ApexList) => {
            self.checkModifiable();
            self.items.sort(apexCompare);
        },
        'void sort(Comparator<T> compare)': sortBy
    };
}

function sortBy(self: ApexList, comparator: unknown): void {
    if (comparator === null) throw nullArgument();
    self.checkModifiable();
    self.items.sort((left, right) => Number(invokeMethod(comparator, 'compare', [left, right])));
}
