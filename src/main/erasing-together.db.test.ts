import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { many, one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { aCertainRule } from './testing/certain-retention.ts';
import { later, useEndedDossiers } from './testing/ended-dossiers.ts';
import { everyWord } from './testing/every-word.ts';
import { useSeededProduct } from './testing/seeded-product.ts';

describe('what is erased beside something else', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const all = useEndedDossiers(test, world);
  const now = later(6);
  type Made = { readonly dossierId: string; readonly code: string };
  let single: Made;
  let other: Made;
  let kept: Made;

  beforeAll(async () => {
    single = await all.anEnded();
    other = await all.anEnded();
    kept = await all.anEnded('2029-05-01T08:00:00+07:00');
    await world.runJobs();
  }, 120_000);

  async function isErased(fileId: string): Promise<boolean> {
    const row = await one(
      test.owner,
      sql<{ erased: boolean }>`
        select erased_at is not null as erased from documents.file where file_id = ${fileId}`,
    );
    return row.erased;
  }

  const alsoNamedBy = (fileId: string, dossierId: string) =>
    sql`
      insert into dossiers.dossier_file (jurisdiction, dossier_id, file_id, kind, attached_at)
      values (1, ${dossierId}, ${fileId}, 'component', ${now})`.execute(test.owner);

  /** Until so many transactions wait for a lock. */
  const waiting = (count: number) =>
    expect
      .poll(
        async () =>
          (
            await one(
              test.owner,
              sql<{ n: number }>`
                select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
                where not l.granted and a.datname = current_database()`,
            )
          ).n,
        { timeout: 20_000 },
      )
      .toBeGreaterThanOrEqual(count);

  it('is not due while another procedure that it carries wants it kept', async () => {
    await sql`
      insert into dossiers.part (jurisdiction, dossier_id, procedure_code, position, name)
      values (1, ${other.dossierId}, '1.004222', 1, 'Đăng ký thường trú')`.execute(test.owner);
    const law = [aCertainRule({ years: 5 }), aCertainRule({ procedureCode: '1.004222' })];
    await all.nightly(now, law);
    const due = await all.dueOf(now);
    expect(Array.isArray(due) ? due.map(({ code }) => code) : due).toEqual([single.code]);
    await sql`delete from dossiers.part ${all.ofDossier(other.dossierId)}`.execute(test.owner);
  });

  it('takes a file of two dossiers with the second, and leaves one that a dossier which is kept was sent', async () => {
    const shared = await all.aPaper(single.dossierId, 'của cả hai');
    await alsoNamedBy(shared, other.dossierId);
    const needed = await all.aPaper(single.dossierId, 'của hồ sơ còn giữ');
    await everyWord(test, world, all, kept.dossierId);
    await sql`
      insert into dossiers.supplement_file (jurisdiction, dossier_id, request_id, file_id, component_key, attached_at)
      select jurisdiction, dossier_id, request_id, ${needed}, component_key, ${now}
      from dossiers.supplement_item ${all.ofDossier(kept.dossierId)} limit 1`.execute(test.owner);
    await all.nightly(now);
    // Another run of the job has the first line while this one begins.
    const erasureId = await all.confirmed(now);
    let run: Promise<void> | undefined;
    await test.owner.transaction().execute(async (tx) => {
      await sql`
        select from privacy.erasure_item where erasure_id = ${erasureId} order by dossier_id limit 1 for update`.execute(
        tx,
      );
      run = all.carryOut(erasureId, now);
      await waiting(1);
      await sql`
        update privacy.erasure_item set left_because = 'gone' where (erasure_id, dossier_id) = (
          select erasure_id, dossier_id from privacy.erasure_item where erasure_id = ${erasureId} order by dossier_id limit 1)`.execute(
        tx,
      );
    });
    await run;
    const { retention } = await all.under(now);
    const first = must(await retention.erasure(world.as(all.clerk, now), erasureId));
    expect(first.state).toBe('finished');
    expect(first.lines.map(({ erasedAt, leftBecause }) => leftBecause ?? erasedAt)).toEqual([
      'gone',
      now.toISOString(),
    ]);
    // The dossier whose line the other run had is still there, and so is the file of both.
    expect([await isErased(shared), await isErased(needed)]).toEqual([false, false]);
    await all.nightly(now);
    await all.carryOut(await all.confirmed(now), now);
    expect([await isErased(shared), await isErased(needed)]).toEqual([true, false]);
  });

  it('is fixed in as many lists as it takes, none of them twice', async () => {
    await sql`
      insert into privacy.retention_due (jurisdiction, dossier_id, dossier_code, procedure_code, procedure_name, unit_id,
        ended_on, due_on, kinds, basis, source, certain, found_at)
      select jurisdiction, gen_random_uuid(), 'H53.' || n, procedure_code, procedure_name, competent_unit_id,
        '2026-01-01', '2031-01-01', '{papers}', '', '', true, ${now}
      from dossiers.dossier, generate_series(1, 1001) n where dossier_id = ${kept.dossierId}`.execute(
      test.owner,
    );
    const { retention } = await all.under(now);
    const items: number[] = [];
    for (let count = 0; count < 3; count += 1)
      items.push(must(await retention.fixErasure(world.as(all.clerk, now), {})).items);
    expect(items).toEqual([500, 500, 1]);
    expect(await retention.fixErasure(world.as(all.clerk, now), {})).toMatchObject({
      refusal: { type: 'privacy.nothing-due' },
    });
  });

  it('takes no question about a dossier while it goes', async () => {
    const asked = await all.anEnded();
    await all.nightly(now);
    const erasureId = await all.confirmed(now);
    const { commands } = await all.under(now);
    const wrong = { field: 'phone', dossierId: asked.dossierId, text: 'Số điện thoại đã đổi rồi' };
    let run: Promise<void> | undefined;
    let answer: ReturnType<typeof commands.askCorrection> | undefined;
    await test.owner.transaction().execute(async (tx) => {
      await sql`
        select pg_advisory_xact_lock(hashtext('privacy.retention'), hashtext(${asked.dossierId}))`.execute(
        tx,
      );
      run = all.carryOut(erasureId, now);
      await waiting(1);
      answer = commands.askCorrection(world.as(all.mother, now), wrong);
      await waiting(2);
    });
    await run;
    expect(await answer).toMatchObject({ refusal: { type: 'dossiers.erased' } });
    const left = await many(
      test.owner,
      sql`select from privacy.correction ${all.ofDossier(asked.dossierId)}`,
    );
    expect(left).toEqual([]);
  });
});
