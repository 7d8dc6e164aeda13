import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { many } from '../../../../platform/database.ts';
import { must } from '../../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../../platform/testing/test-database.ts';
import { forgetReasons } from '../../store/stated-reasons.ts';
import { usePeopleOffice } from '../../testing/people-office.ts';

const now = new Date('2026-11-26T08:00:00+07:00');
/** What somebody might write, and what may never stand where it cannot be erased. */
const reason = 'Chị Lê Thị Xuân điều trị ung thư, số 0530000123';

describe('the reason of a deed on an account', () => {
  const test = useTestDatabase();
  const office = usePeopleOffice(test, now);
  const { commands, open, page } = office;

  const journal = async () => {
    const rows = await many(
      test.owner,
      sql<{ text: string }>`
        select to_jsonb(a)::text as text from platform.action a
        union all select to_jsonb(e)::text from platform.event e
        union all select to_jsonb(l)::text from platform.request_log l`,
    );
    return rows.map(({ text }) => text).join('\n');
  };

  it('is kept where it can be erased, and its id alone in the journal', async () => {
    const accountId = await open();
    const as = () => office.as(office.admin);
    const postId = async () => (await page(accountId)).posts[0]?.postId;
    const post = { unit: 'Phường Bình Minh', role: 'specialist', title: 'Chuyên viên' };
    must(
      await commands().changePost(as(), {
        accountId,
        postId: await postId(),
        title: 'Chuyên viên chính',
        reason,
      }),
    );
    const moved = { accountId, postId: await postId(), ...post, from: '2026-11-28', reason };
    const { postId: second } = must(await commands().transfer(as(), moved));
    must(await commands().endPost(as(), { accountId, postId: second, lastOn: '2026-12-15', reason }));
    must(await commands().askFactorReset(as(), { accountId, reason }));
    must(await commands().endSessionsOf(as(), { accountId, reason }));
    must(await commands().closeAccount(as(), { accountId, reason }));

    const deeds = (await office.actions(accountId)).map(({ command }) => command);
    expect(deeds).toEqual([
      'identity.open-account',
      'identity.change-post',
      'identity.transfer',
      'identity.end-post',
      'identity.ask-factor-reset',
      'identity.end-sessions-of',
      'identity.close-account',
    ]);
    expect(await journal()).not.toMatch(/ung thư|Xuân|0530000123/);
    const { reasons } = await page(accountId);
    expect(reasons).toHaveLength(5);
    expect(reasons.every((each) => each.reason === reason && each.by === 'Cán bộ quantri')).toBe(true);
    expect(reasons.map(({ did }) => did).toSorted()).toEqual([
      'identity.change-post',
      'identity.close-account',
      'identity.end-post',
      'identity.end-sessions-of',
      'identity.transfer',
    ]);

    // Its time is over: the words go, everywhere, and the deeds stay.
    await test.db.transaction().execute((tx) => forgetReasons(tx, test.jurisdiction, now));
    expect((await page(accountId)).reasons).toHaveLength(5);
    const after = new Date(now.getTime() + 1);
    await test.db.transaction().execute((tx) => forgetReasons(tx, test.jurisdiction, after));
    expect((await page(accountId)).reasons).toEqual([]);
    const left = await many(
      test.owner,
      sql`select 1 from identity.factor_reset where account_id = ${accountId} and reason <> ''`,
    );
    expect(left).toEqual([]);
    expect(await office.actions(accountId)).toHaveLength(7);
  });
});
