import { definePlatformClass } from '../define.ts';
import {
    assertEqual,
    assertFail,
    assertFalse,
    assertInstance,
    assertNotEqual,
    assertNotInstance,
    assertNotNull,
    assertNull,
    assertTrue
} from './failures.ts';

definePlatformClass({
    name: 'Assert',
    statics: {
        'void areEqual(Object expected, Object actual)': assertEqual,
        'void areEqual(Object expected, Object actual, String message)': assertEqual,
        'void areNotEqual(Object notExpected, Object actual)': assertNotEqual,
        'void areNotEqual(Object notExpected, Object actual, String message)': assertNotEqual,
        'void fail()': assertFail,
        'void fail(String message)': assertFail,
        'void isFalse(Boolean condition)': assertFalse,
        'void isFalse(Boolean condition, String message)': assertFalse,
        'void isTrue(Boolean condition)': assertTrue,
        'void isTrue(Boolean condition, String message)': assertTrue,
        'void isInstanceOfType(Object instance, Type expectedType)': assertInstance,
        'void isInstanceOfType(Object instance, Type expectedType, String message)': assertInstance,
        'void isNotInstanceOfType(Object instance, Type notExpectedType)': assertNotInstance,
        'void isNotInstanceOfType(Object instance, Type notExpectedType, String message)': assertNotInstance,
        'void isNotNull(Object value)': assertNotNull,
        'void isNotNull(Object value, String message)': assertNotNull,
        'void isNull(Object value)': assertNull,
        'void isNull(Object value, String message)': assertNull
    }
});
