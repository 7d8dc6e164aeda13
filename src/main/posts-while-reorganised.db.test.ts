import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPeopleRow, savePeopleFile, told } from '../modules/identity/testing/a-people-file.ts';
import { usePeopleOffice } from '../modules/identity/testing/people-office.ts';
import { many } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { inTransaction } from '../platform/transaction.ts';
import { aReorganisation } from './testing/reorganise.ts';

const now = new Date('2026-11-26T08:00:00+07:00');
const day = '2026-12-01';
const reason = 'Nghị quyết hoãn thi hành';

describe('posts while their unit is being reorganised', () => {
  const test = useTestDatabase();
  const office = usePeopleOffice(test, now);
  const { commands, queries, page } = office;
  const plan = () => aReorganisation(office.house.identity, () => office.as(office.admin));
  let merger: ReturnType<typeof plan>;
  /** Somebody of the ward that ends, moved to the new one from the day on. */
  let moved: string;
  const postOf = async (accountId: string, when: 'now' | 'coming') =>
    (await page(accountId)).posts.find((post) => post.when === when)?.postId;
  const ofOffice = {
    unit: 'tan-ninh.office',
    role: 'specialist',
    title: 'Chuyên viên',
    from: '2026-11-25',
  };

  beforeAll(async () => {
    moved = await office.open();
    merger = plan();
    await endingFrom(merger, 'tan-ninh', 'Phường Mới');
    must(await merger.carryOut());
  }, 60_000);

  async function endingFrom(made: ReturnType<typeof plan>, key: string, shortName: string) {
    await made.begin(day);
    const unitId = office.unitId(key);
    const ward = await made.addLike(unitId, { name: `Ủy ban nhân dân ${shortName}`, shortName }, day);
    must(await made.edit({ edit: 'end', unitId, successors: [{ unitId: ward }], withParts: true }));
  }

  it('are not given beyond the last day of a unit whose end is written already', async () => {
    const accountId = await office.open({ post: { ...ofOffice, unit: 'Phường Bình Minh' } });
    const refused = { refusal: { fields: [{ pointer: '/lastOn', type: 'identity.unit-ends-before' }] } };
    const give = (lastOn?: string) =>
      commands().givePost(office.as(office.admin), { accountId, ...ofOffice, ...(lastOn && { lastOn }) });
    expect(await give()).toMatchObject(refused);
    expect(await give('2026-12-01')).toMatchObject({ refusal: { params: { lastOn: '30/11/2026' } } });
    must(await give('2026-11-30'));
    const opened = await commands().openAccount(
      office.as(office.admin),
      office.person({ post: { ...ofOffice, lastOn: '2027-01-01' } }),
    );
    expect(opened).toMatchObject({ refusal: { fields: [{ pointer: '/post/lastOn' }] } });
    // A post that ends with its unit is not made to last by correcting its title.
    const [postId] = [await postOf(moved, 'now')];
    const title = { title: 'Chuyên viên chính', signatureLines: [], reason };
    expect(
      await commands().changePost(office.as(office.admin), { accountId: moved, postId, ...title }),
    ).toMatchObject(refused);
  });

  it('are not imported beyond it either', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-posts-'));
    try {
      const path = join(folder, 'tep.xlsx');
      const row = { from: new Date(Date.UTC(2026, 10, 26)) };
      await savePeopleFile(path, [
        aPeopleRow(1, row),
        aPeopleRow(2, { ...row, lastOn: new Date(Date.UTC(2026, 10, 30)) }),
      ]);
      const sent = await commands().stagePeople(office.as(office.admin), { path, name: 'cán bộ.xlsx' });
      const { importId } = must(sent);
      const view = must(await queries().getImport(office.as(office.admin), importId));
      expect(told(view.wrong)).toEqual(['H2 unit-ends']);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('that were changed in the new unit before its day keep the merger from being undone', async () => {
    const postId = await postOf(moved, 'coming');
    const change = (title: string) =>
      commands().changePost(office.as(office.admin), {
        accountId: moved,
        postId,
        title,
        signatureLines: [],
        reason,
      });
    must(await change('Chuyên viên chính'));
    const built = { refusal: { type: 'identity.reorganisation-built-upon', params: { count: 1 } } };
    expect(await merger.undo(reason)).toMatchObject(built);
    must(await change('Chuyên viên'));
    must(await merger.undo(reason));
    expect((await page(moved)).posts).toMatchObject([{ title: 'Chuyên viên', when: 'now' }]);
    expect((await page(moved)).posts[0]?.lastOn).toBeUndefined();
  });

  it('given at the moment of the merger go with it or are refused: none is left behind', async () => {
    const made = plan();
    await endingFrom(made, 'binh-minh', 'Phường Sau');
    const accountId = await office.open();
    const leader = await many(
      test.owner,
      sql<{ id: string }>`
        select id from identity.post where unit_id = ${office.unitId('binh-minh')} order by id limit 1`,
    );
    let giving: Promise<unknown> = Promise.resolve();
    let carrying: Promise<unknown> = Promise.resolve();
    await inTransaction(test.db, async (tx) => {
      // The merger has looked who stands in the ward and is about to move them.
      await sql`select from identity.post where id = ${leader[0]?.id} for update`.execute(tx);
      carrying = made.carryOut().then(must);
      await until(async () => (await waiting()) > 0);
      let isGiven = false;
      giving = commands()
        .givePost(office.as(office.admin2), { accountId, ...ofOffice, unit: 'binh-minh', role: 'leader' })
        .finally(() => {
          isGiven = true;
        });
      await until(async () => isGiven || (await waiting()) > 1);
      return { ok: true, value: null };
    });
    await carrying;
    expect(await giving).toMatchObject({ refusal: { fields: [{ type: 'identity.unit-ends-before' }] } });
    const behind = await many(
      test.owner,
      sql`
        select from identity.post where unit_id = ${office.unitId('binh-minh')}
          and (valid_to is null or valid_to > ${day})`,
    );
    expect(behind).toEqual([]);
  });

  it('of administrators: who is dismissed while the merger ends the other’s post is the last one', async () => {
    await sql`update identity.post set unit_id = ${office.unitId('tan-ninh')}
      where person_id = ${office.admin2.personId}`.execute(test.owner);
    const made = plan();
    await made.begin(day);
    must(
      await made.edit({ edit: 'end', unitId: office.unitId('tan-ninh'), successors: [], withParts: true }),
    );
    let dismissing: Promise<unknown> = Promise.resolve();
    let carrying: Promise<unknown> = Promise.resolve();
    await inTransaction(test.db, async (tx) => {
      await sql`select from identity.post where person_id = ${office.admin2.personId} for update`.execute(tx);
      carrying = made.carryOut().then(must);
      await until(async () => (await waiting()) > 0);
      let isDone = false;
      const postId = (await page(office.admin.accountId)).posts[0]?.postId;
      dismissing = commands()
        .endPost(office.as(office.admin2), {
          accountId: office.admin.accountId,
          postId,
          lastOn: '2026-12-31',
          reason,
        })
        .finally(() => {
          isDone = true;
        });
      await until(async () => isDone || (await waiting()) > 1);
      return { ok: true, value: null };
    });
    await carrying;
    expect(await dismissing).toMatchObject({ refusal: { type: 'identity.last-administrator' } });
  });

  const waiting = async () =>
    (
      await many(
        test.owner,
        sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).length;

  async function until(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
  }
});
