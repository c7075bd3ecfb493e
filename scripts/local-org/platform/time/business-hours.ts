import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { ApexDatetime } from '../values/datetime.ts';

/** Business hours without any times are open around the clock; others are not computed. */
function checkOpenAlways(id: string): void {
    const { org, user } = context();
    const access = { userId: user.id, mode: 'system', sharing: false } as const;
    const soql = 'SELECT MondayStartTime, SundayStartTime FROM BusinessHours WHERE Id = :id';
    const [row] = org.data.query(soql, () => id, access);
    const limited = row && [...row.fields].some(([name, value]) => name.endsWith('Time') && value !== null);
    if (limited) throw new NotImplementedError('BusinessHours that are not open around the clock');
}

definePlatformClass({
    name: 'BusinessHours',
    statics: {
        'Datetime add(String businessHoursId, Datetime startDate, Long interval)': (
            id,
            start: ApexDatetime,
            interval
        ) => later(id, start, interval),
        'Datetime addGmt(String businessHoursId, Datetime startDate, Long interval)': (
            id,
            start: ApexDatetime,
            interval
        ) => later(id, start, interval),
        'Long diff(String businessHoursId, Datetime startDate, Datetime endDate)': (
            id: string,
            start: ApexDatetime,
            end: ApexDatetime
        ) => {
            checkOpenAlways(id);
            return BigInt(end.epoch - start.epoch);
        },
        'Boolean isWithin(String businessHoursId, Datetime targetDate)': (id: string) => {
            checkOpenAlways(id);
            return true;
        },
        'Datetime nextStartDate(String businessHoursId, Datetime targetDate)': (id: string, target: ApexDatetime) => {
            checkOpenAlways(id);
            return target;
        }
    }
});

function later(id: string, start: ApexDatetime, interval: bigint): ApexDatetime {
    checkOpenAlways(id);
    return new ApexDatetime(start.epoch + Number(interval));
}
