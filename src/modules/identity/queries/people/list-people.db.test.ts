import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../../../../kernel/actor.ts';
import { many } from '../../../../platform/database.ts';
import { newUuidV7 } from '../../../../platform/ids.ts';
import { must } from '../../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../../platform/testing/test-database.ts';
import { anAdministration } from '../../testing/an-administration.ts';
import { anOfficer } from '../../testing/test-identity.ts';

const now = new Date('2026-11-26T08:00:00+07:00');

describe('the list of people', () => {
  const test = useTestDatabase();
  let house: Awaited<ReturnType<typeof anAdministration>>;
  let admin: OfficerActor;

  beforeAll(async () => {
    house = await anAdministration(test, now);
    admin = await house.signIn('quantri');
    const many = Array.from({ length: 120 }, (_, index) => ({
      ...anOfficer(`chuyenvien.${index}`, 'tan-ninh.office', 'specialist'),
      name: `Đặng Thị ${index % 2 === 0 ? 'Ánh' : 'Ân'} Tuyết`,
    }));
    must(await house.identity.seedDemoPeople(many, house.password, now));
  });

  const list = async (input: object, who: OfficerActor = admin) =>
    must(await house.identity.people.queries.list(house.as(who), input));
  const logins = async (input: object, who?: OfficerActor) =>
    (await list(input, who)).items.map(({ login }) => login).toSorted();
  const unit = (key: string) => house.identity.units.byKey(key)?.id;

  it('pages through everybody once, in Vietnamese order of names, one row of the journal a page', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await list({ ...(after && { after }) });
      seen.push(...page.items.map(({ login }) => login));
      after = page.next;
      pages += 1;
    } while (after);
    expect([seen.length, new Set(seen).size, pages]).toEqual([126, 126, 3]);
    const reads = await many(
      test.owner,
      sql<{ read: number }>`
        select cardinality(subject_ids) as read from platform.read where query = 'identity.list-people'
        order by read_id`,
    );
    expect(reads.map(({ read }) => read)).toEqual([50, 50, 26]);
    expect(await house.identity.people.queries.list(house.as(admin), { after: 'x' })).toMatchObject({
      refusal: { type: 'input.wrong-cursor' },
    });
  });

  it('finds by name without marks and by login, and takes no sign for a pattern', async () => {
    expect(await logins({ words: 'dang tuyet chuyenvien.7' })).toEqual(
      expect.arrayContaining(['chuyenvien.7', 'chuyenvien.71']),
    );
    expect(await logins({ words: 'CHUTICH' })).toEqual(['chutich.binhminh', 'chutich.tanninh']);
    expect(await logins({ words: 'không có ai' })).toEqual([]);
    expect(await logins({ words: '100% _' })).toEqual(await logins({ words: '100' }));
  });

  it('narrows to a unit with what stands below it, a role and a state', async () => {
    expect(await logins({ unitId: unit('tan-ninh'), role: 'recordsClerk' })).toEqual(['vanthu.tanninh']);
    expect(await logins({ unitId: unit('binh-minh') })).toEqual(['chutich.binhminh']);
    expect(await logins({ state: 'without-factor' })).toEqual([]);
    expect(await logins({ state: 'closed' })).toEqual([]);
    const { accountId } = await house.signIn('chutich.binhminh');
    await sql`update identity.post set valid_to = '2026-11-26' from identity.account
      where account.id = ${accountId} and post.person_id = account.person_id`.execute(test.owner);
    expect(await logins({ state: 'without-post' })).toEqual(['chutich.binhminh']);
    await sql`update identity.second_factor set removed_at = ${now} where account_id = (
      select id from identity.account where login = 'vanthu.tanninh')`.execute(test.owner);
    expect(await logins({ state: 'without-factor' })).toEqual(['vanthu.tanninh']);
  });

  it('shows and lets change only the people of the units somebody administers', async () => {
    const own = unit('tan-ninh');
    const local: OfficerActor = {
      ...(await house.signIn('tiepnhan.tanninh')),
      posts: [],
      grants: [
        {
          grantId: newUuidV7<'grant'>(),
          permission: 'identity.manage',
          reach: { kind: 'units', unitIds: own ? [own] : [] },
        },
      ],
    };
    expect(await logins({ words: 'chutich' }, local)).toEqual(['chutich.tanninh']);
    const { queries, commands } = house.identity.people;
    expect(await queries.person(house.as(local), admin.accountId)).toMatchObject({
      refusal: { type: 'identity.officer-unknown' },
    });
    expect(
      await commands.closeAccount(house.as(local), { accountId: admin.accountId, reason: 'Thử' }),
    ).toMatchObject({ refusal: { type: 'identity.officer-unknown' } });
    const post = { unit: 'tan-ninh', role: 'administrator', title: 'Quản trị', from: '2026-12-01' };
    const [clerk] = (await list({ words: 'vanthu' }, local)).items;
    const give = (more: object) =>
      commands.givePost(house.as(local), { accountId: clerk?.accountId, ...post, ...more });
    const beyond = { refusal: { type: 'identity.post-beyond-reach' } };
    expect(await give({})).toMatchObject(beyond);
    expect(await give({ unit: 'binh-minh', role: 'specialist' })).toMatchObject(beyond);
    expect(await give({ role: 'specialist' })).toMatchObject({ ok: true });
  });
});
