import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { ApexException, builtInExceptionNames, qualifiedExceptionName } from '../values/exception.ts';
import { AuraHandledExceptionValue } from './aura-handled-exception.ts';

/** Built-in exceptions that only differ in their name. */
const PLAIN = [
    'AsyncException',
    'CalloutException',
    'DuplicateMessageException',
    'EmailException',
    'EventObjectException',
    'ExternalObjectException',
    'FinalException',
    'FlowException',
    'HandledException',
    'IllegalArgumentException',
    'InvalidParameterValueException',
    'InvalidReadException',
    'JSONException',
    'LicenseException',
    'LimitException',
    'ListException',
    'MathException',
    'NoAccessException',
    'NoDataFoundException',
    'NoSuchElementException',
    'NullPointerException',
    'ProcedureException',
    'RequiredFeatureMissingException',
    'SearchException',
    'SecurityException',
    'SerializationException',
    'SObjectException',
    'StringException',
    'TouchHandledException',
    'TransientException',
    'TypeException',
    'UnexpectedException',
    'VisualforceException',
    'XmlException',
    'AssertException',
    'InvalidHeaderException',
    'ParameterException',
    'TransactionException',
    'DataWeaveScriptException',
    'UnsupportedOperationException',
    'BigObjectException',
    'PolyglotException',
    'FormulaEvaluationException',
    'FormulaValidationException',
    'Cache.Org.OrgCacheException',
    'Cache.Session.SessionCacheException',
    'Cache.ItemSizeLimitExceededException',
    'Cache.InvalidParamException',
    'Cache.PlatformCacheInvalidOperationException',
    'Cache.CacheBuilderExecutionException',
    'Cache.InvalidCacheBuilderException'
];

definePlatformClass({
    name: 'Exception',
    abstract: true,
    constructors: constructorsOf('Exception'),
    methods: {
        'Exception getCause()': (self: ApexException) => self.cause,
        'Integer getLineNumber()': (self: ApexException) => self.lineNumber,
        'String getMessage()': (self: ApexException) => self.getApexMessage(),
        'String getStackTraceString()': (self: ApexException) => self.apexStackTrace,
        'String getTypeName()': (self: ApexException) => qualifiedExceptionName(self.typeName),
        'void initCause(Exception cause)': initCause,
        'void setMessage(String message)': (self: ApexException, message: string | null) =>
            self.setApexMessage(message),
        'String toString()': (self: ApexException) => self.toString()
    }
});

for (const name of PLAIN) defineException(name);

defineException(
    'AuraHandledException',
    {},
    {
        'AuraHandledException()': () => new AuraHandledExceptionValue(null),
        'AuraHandledException(String message)': (message: string | null) => new AuraHandledExceptionValue(message),
        'AuraHandledException(Exception cause)': (cause: ApexException) => new AuraHandledExceptionValue(null, cause),
        'AuraHandledException(String message, Exception cause)': (message: string, cause: ApexException) =>
            new AuraHandledExceptionValue(message, cause)
    }
);

/** Registers a built-in exception type with methods of its own. */
export function defineException(
    name: string,
    methods: Record<string, Implementation> = {},
    constructors = constructorsOf(name)
): void {
    builtInExceptionNames.add(name);
    definePlatformClass({ name, extends: 'Exception', constructors, methods });
}

function constructorsOf(name: string): Record<string, Implementation> {
    const simpleName = name.split('.').pop()!;
    return {
        [`${simpleName}()`]: () => new ApexException(name),
        [`${simpleName}(String message)`]: (message: string | null) => new ApexException(name, message),
        [`${simpleName}(Exception cause)`]: (cause: ApexException | null) => new ApexException(name, null, cause),
        [`${simpleName}(String message, Exception cause)`]: (message: string | null, cause: ApexException | null) =>
            new ApexException(name, message, cause)
    };
}

function initCause(self: ApexException, cause: ApexException | null): void {
    if (self.cause) throw new ApexException('UnexpectedException', 'Cause has already been set');
    self.cause = cause;
}
