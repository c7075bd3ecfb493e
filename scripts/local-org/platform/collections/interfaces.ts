import { definePlatformInterface } from '../define.ts';

definePlatformInterface('Iterable', ['Iterator<T> iterator()'], ['T']);
definePlatformInterface('Iterator', ['Boolean hasNext()', 'T next()'], ['T']);
definePlatformInterface('Comparable', ['Integer compareTo(Object objectToCompareTo)']);
definePlatformInterface('Comparator', ['Integer compare(T left, T right)'], ['T']);
definePlatformInterface('Callable', ['Object call(String action, Map<String,Object> args)']);
