import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { once } from '../journal.ts';
import { BeanValue } from '../support/bean.ts';
import type { ApexSet } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';

const SETTERS = ['NotificationTypeId', 'SenderId', 'Title', 'Body', 'TargetId', 'TargetPageRef'];
const REQUIRED = ['NotificationTypeId', 'Title', 'Body'];

definePlatformClass({
    name: 'Messaging.CustomNotification',
    constructors: { 'CustomNotification()': () => new BeanValue('Messaging.CustomNotification') },
    methods: {
        ...Object.fromEntries(
            SETTERS.map((name) => [
                `void set${name}(String value)`,
                (self: BeanValue, value: unknown) => void self.values.set(name, value)
            ])
        ),
        'void send(Set<String> users)': send
    }
});

/** Nothing leaves the machine: the notification is kept with the test or the org under 'notifications'. */
function send(self: BeanValue, users: ApexSet): void {
    const missing = REQUIRED.find((name) => !self.values.get(name));
    if (missing) throw new ApexException('HandledException', `Missing required argument: ${missing}`);
    once('a custom notification', () => keep(self, users));
}

function keep(self: BeanValue, users: ApexSet): void {
    const { org } = context();
    const kept = (org.storage.get('notifications') as unknown[] | undefined) ?? [];
    org.storage.set('notifications', [...kept, { users: [...users.items], values: self.values }]);
}
