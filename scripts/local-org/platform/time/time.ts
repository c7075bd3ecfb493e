import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { apexEquals } from '../values/equality.ts';
import { ApexTime } from '../values/time.ts';

const adding =
    (milliseconds: number): Implementation =>
    (self: ApexTime, amount: number) =>
        new ApexTime(self.milliseconds + amount * milliseconds);

definePlatformClass({
    name: 'Time',
    statics: refuseNulls({
        'Time newInstance(Integer hour, Integer minutes, Integer seconds, Integer milliseconds)': ApexTime.of
    }),
    methods: {
        'Boolean equals(Object other)': apexEquals,
        'Integer hashCode()': (self: ApexTime) => self.milliseconds,
        'String toString()': (self: ApexTime) => self.toString(),
        ...refuseNulls({
            'Time addHours(Integer additionalHours)': adding(3_600_000),
            'Time addMilliseconds(Integer additionalMilliseconds)': adding(1),
            'Time addMinutes(Integer additionalMinutes)': adding(60_000),
            'Time addSeconds(Integer additionalSeconds)': adding(1000),
            'Integer hour()': (self: ApexTime) => self.hour,
            'Integer millisecond()': (self: ApexTime) => self.millisecond,
            'Integer minute()': (self: ApexTime) => self.minute,
            'Integer second()': (self: ApexTime) => self.second
        })
    }
});
