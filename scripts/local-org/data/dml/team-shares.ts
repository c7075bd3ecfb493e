import type { DmlOptions } from '../types.ts';
import type { DmlEnvironment } from './environment.ts';
import { writePlatformRow } from './platform-rows.ts';
import type { Work } from './work.ts';

/** Team objects and the record that their members see. */
const TEAMS: Record<string, string> = { AccountTeamMember: 'Account', OpportunityTeamMember: 'Opportunity' };

/** A member of a team gets a share of the record with row cause Team: to read it, unless the member says more. */
export function shareWithTeam(works: Work[], environment: DmlEnvironment, options: DmlOptions): void {
    unshareTeam(
        works.filter((work) => work.old),
        environment
    );
    for (const { record } of works) {
        const parent = TEAMS[record.objectName];
        if (!environment.schema().object(`${parent}Share`)) continue;
        const values = {
            [`${parent}Id`]: record.fields.get(`${parent}Id`),
            [`${parent}AccessLevel`]: record.fields.get(`${parent}AccessLevel`) ?? 'Read',
            UserOrGroupId: record.fields.get('UserId'),
            RowCause: 'Team'
        };
        writePlatformRow(`${parent}Share`, values, environment, options);
    }
}

/** Takes away the shares of members that left. */
export function unshareTeam(works: Work[], environment: DmlEnvironment): void {
    for (const { old } of works) {
        const parent = old && TEAMS[old.objectName];
        const share = parent && environment.schema().object(`${parent}Share`);
        if (!old || !share) continue;
        const ids = environment.rows.idsWhere(share, `${parent}Id`, [old.fields.get(`${parent}Id`) as string]);
        const rows = environment.rows.load(
            share,
            ids.map((row) => row.id)
        );
        const theirs = [...rows.values()].filter(
            (row) =>
                row.fields.get('RowCause') === 'Team' && row.fields.get('UserOrGroupId') === old.fields.get('UserId')
        );
        environment.rows.erase(
            share,
            theirs.map((row) => row.id as string)
        );
    }
}
