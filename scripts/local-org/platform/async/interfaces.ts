import { definePlatformEnum, definePlatformInterface } from '../define.ts';

definePlatformInterface('Queueable', ['void execute(QueueableContext context)']);
definePlatformInterface('QueueableContext', ['Id getJobId()']);
definePlatformInterface('Schedulable', ['void execute(SchedulableContext context)']);
definePlatformInterface('SchedulableContext', ['Id getTriggerId()']);
definePlatformInterface('Finalizer', ['void execute(FinalizerContext context)']);
definePlatformInterface('FinalizerContext', [
    'Id getAsyncApexJobId()',
    'Exception getException()',
    'String getRequestId()',
    'ParentJobResult getResult()'
]);
definePlatformInterface(
    'Database.Batchable',
    [
        'Object start(Database.BatchableContext context)',
        'void execute(Database.BatchableContext context, List<T> scope)',
        'void finish(Database.BatchableContext context)'
    ],
    ['T']
);
definePlatformInterface('Database.BatchableContext', ['Id getJobId()', 'Id getChildJobId()']);
definePlatformInterface('Database.Stateful', []);
definePlatformInterface('Database.AllowsCallouts', []);
definePlatformInterface('Database.RaisesPlatformEvents', []);
definePlatformEnum('ParentJobResult', ['SUCCESS', 'UNHANDLED_EXCEPTION']);
