import { definePlatformClass } from '../define.ts';
import { iterate } from '../support/iterate.ts';
import { textHashCode } from '../text/distance.ts';
import { ApexSet } from '../values/collections.ts';
import { apexEquals, hashKey } from '../values/equality.ts';
import { apexToString } from '../values/to-string.ts';

const copy = (source: unknown, types: string[]): ApexSet => new ApexSet(types[0], iterate(source));

definePlatformClass({
    name: 'Set',
    typeParameters: ['T'],
    implements: ['Iterable<T>'],
    constructors: {
        'Set()': (types: string[]) => new ApexSet(types[0]),
        'Set(Integer size)': (_size: number, types: string[]) => new ApexSet(types[0]),
        'Set(List<T> listToCopy)': copy,
        'Set(Set<T> setToCopy)': copy
    },
    methods: {
        'Boolean add(T element)': (self: ApexSet, element) => self.add(element),
        'Boolean addAll(List<T> fromList)': addAll,
        'Boolean addAll(Set<T> fromSet)': addAll,
        'void clear()': (self: ApexSet) => self.clear(),
        'Set<T> clone()': (self: ApexSet) => new ApexSet(self.elementType, self.items),
        'Boolean contains(T element)': (self: ApexSet, element) => self.has(element),
        'Boolean containsAll(List<T> listToCompare)': containsAll,
        'Boolean containsAll(Set<T> setToCompare)': containsAll,
        'Boolean equals(Object other)': (self: ApexSet, other) => apexEquals(self, other),
        'Integer hashCode()': (self: ApexSet) => textHashCode(String(hashKey(self))),
        'Boolean isEmpty()': (self: ApexSet) => self.size === 0,
        'Iterator<T> iterator()': (self: ApexSet) => self.iterator$0(),
        'Boolean remove(T element)': (self: ApexSet, element) => self.delete(element),
        'Boolean removeAll(List<T> listOfElementsToRemove)': removeAll,
        'Boolean removeAll(Set<T> setOfElementsToRemove)': removeAll,
        'Boolean retainAll(List<T> listOfElementsToRetain)': retainAll,
        'Boolean retainAll(Set<T> setOfElementsToRetain)': retainAll,
        'Integer size()': (self: ApexSet) => self.size,
        'String toString()': apexToString
    }
});

function addAll(self: ApexSet, values: unknown): boolean {
    const before = self.size;
    for (const value of [...iterate(values)]) self.add(value);
    return self.size > before;
}

function containsAll(self: ApexSet, values: unknown): boolean {
    return iterate(values).every((value) => self.has(value));
}

function removeAll(self: ApexSet, values: unknown): boolean {
    const before = self.size;
    for (const value of [...iterate(values)]) self.delete(value);
    return self.size < before;
}

function retainAll(self: ApexSet, values: unknown): boolean {
    const kept = new ApexSet(self.elementType, iterate(values));
    return removeAll(
        self,
        new ApexSet(
            self.elementType,
            self.items.filter((item) => !kept.has(item))
        )
    );
}
