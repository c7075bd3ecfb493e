import { definePlatformClass } from '../define.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import type { ApexDatetime } from '../values/datetime.ts';
import { PlatformObject } from '../values/object.ts';
import { inZone, normalizedZone } from './zone.ts';

/** A System.TimeZone. */
export class TimeZoneValue extends PlatformObject {
    readonly apexTypeName = 'TimeZone';
    readonly zoneId: string;

    constructor(zoneId: string) {
        super();
        this.zoneId = zoneId;
    }

    override toString(): string {
        return this.zoneId;
    }
}

definePlatformClass({
    name: 'TimeZone',
    statics: refuseNulls({
        'TimeZone getTimeZone(String timeZoneIdString)': (id: string) => new TimeZoneValue(id)
    }),
    methods: refuseNulls({
        'String getDisplayName()': (self: TimeZoneValue) => displayName(self),
        'String getID()': (self: TimeZoneValue) => self.zoneId,
        'Integer getOffset(Datetime date)': (self: TimeZoneValue, moment: ApexDatetime) =>
            inZone(moment.epoch, normalizedZone(self.zoneId)).offset * 60_000,
        'String toString()': (self: TimeZoneValue) => self.zoneId
    })
});

/** '(GMT+01:00) Central European Standard Time (Europe/Vienna)', without daylight saving time. */
function displayName(zone: TimeZoneValue): string {
    const winter = inZone(Date.UTC(2024, 0, 1), normalizedZone(zone.zoneId)).setLocale('en-US');
    return `(GMT${winter.toFormat('ZZ')}) ${winter.offsetNameLong} (${zone.zoneId})`;
}
