import { context } from '../context.ts';
import { definePlatformClass, definePlatformEnum, platformEnumValue } from '../define.ts';
import { PlatformObject } from '../values/object.ts';

definePlatformEnum(
    'Quiddity',
    (
        'ANONYMOUS AURA BATCH_ACS BATCH_APEX BATCH_CHUNK_PARALLEL BATCH_CHUNK_SERIAL BULK_API COMMERCE_INTEGRATION DISCOVERABLE_LOGIN ' +
        'EXTERNAL_SERVICE_CALLBACK FUNCTION_CALLBACK FUTURE INBOUND_EMAIL_SERVICE INVOCABLE_ACTION IOT PLATFORM_EVENT_PUBLISH_CALLBACK ' +
        'POST_INSTALL_SCRIPT QUEUEABLE QUICK_ACTION REMOTE_ACTION REST RUNTEST_ASYNC RUNTEST_DEPLOY RUNTEST_SYNC SCHEDULED SOAP ' +
        'SYNCHRONOUS TRANSACTION_FINALIZER_QUEUEABLE UNDEFINED VF'
    ).split(' ')
);

class RequestValue extends PlatformObject {
    readonly apexTypeName = 'Request';
}

definePlatformClass({
    name: 'Request',
    statics: { 'Request getCurrent()': () => new RequestValue() },
    methods: {
        'Quiddity getQuiddity()': () => platformEnumValue('Quiddity', context().request.quiddity),
        'String getRequestId()': () => context().request.requestId
    }
});
