import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { many } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { fillInbox } from '../testing/many-dossiers.ts';
import { inboxPage } from './inbox.ts';

const morning = new Date('2026-11-23T08:00:00+07:00');

describe('a commune with 20,000 dossiers waiting', () => {
  const test = useTestDatabase();
  const [ward, merged, other] = [newUuidV7<'unit'>(), newUuidV7<'unit'>(), newUuidV7<'unit'>()];
  const officer: OfficerActor = {
    kind: 'officer',
    accountId: newUuidV7(),
    personId: newUuidV7(),
    posts: [{ postId: newUuidV7<'post'>(), unitId: ward, role: 'oneStopOfficer', unitScope: [ward, merged] }],
  };
  const ctx: QueryContext = {
    jurisdiction: test.jurisdiction,
    actor: officer,
    now: morning,
    origin: { ip: undefined, userAgent: undefined },
  };

  beforeAll(async () => {
    await fillInbox(test.owner, ward, 20_000, morning);
    await fillInbox(test.owner, merged, 500, morning);
    await fillInbox(test.owner, other, 5_000, morning);
  }, 60_000);

  it('answers a page by walking the inbox index, as the application role', async () => {
    const plan = await planOf(inboxPage(ctx, officer, 'cho-tiep-nhan', undefined));
    expect(plan).toContain('task_inbox');
    expect(plan).not.toContain('Seq Scan on task');
    expect(plan).not.toContain('Seq Scan on dossier');
    const read = [...plan.matchAll(/using task_inbox.*?rows=(\d+(?:\.\d+)?) loops=/g)].map((match) =>
      Number(match[1]),
    );
    expect(read).not.toEqual([]);
    for (const rows of read) expect(rows).toBeLessThanOrEqual(51);
  });

  it('walks on from a page deep in the list as cheaply', async () => {
    const deep = ['2026-12-05T10:00:00+07:00', '00000000-0000-0000-0000-000000000000'] as const;
    const plan = await planOf(inboxPage(ctx, officer, 'cho-tiep-nhan', deep));
    expect(plan).toContain('task_inbox');
    expect(plan).not.toContain('Rows Removed by Filter');
  });

  it('pages through both units once each, earliest due first, and nobody else’s', async () => {
    const seen: string[] = [];
    let after: readonly [string, string] | undefined;
    for (let page = 0; page < 12; page++) {
      const rows = (await many(test.db, inboxPage(ctx, officer, 'cho-tiep-nhan', after))).slice(0, 50);
      const last = rows.at(-1);
      if (!last) break;
      seen.push(...rows.map((row) => row.task_id));
      after = [last.sort_key, last.task_id];
    }
    expect(new Set(seen).size).toBe(600);
    const units = await many(
      test.owner,
      sql<{ unit_id: Id<'unit'> }>`
        select distinct unit_id from dossiers.task where task_id = any(${seen}::uuid[])
      `,
    );
    expect(units.map((row) => row.unit_id).sort()).toEqual([merged, ward].sort());
  });

  async function planOf(query: ReturnType<typeof inboxPage>): Promise<string> {
    const rows = await many(
      test.db,
      sql<{ 'QUERY PLAN': string }>`explain (analyze, costs off, timing off, summary off) ${query}`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }
});
