import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { many } from '../platform/database.ts';
import { checkout } from '../platform/embedded/data-home.ts';
import { newUuidV7 } from '../platform/ids.ts';
import { recordAction } from '../platform/journal.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';
import { loadPrivacyRules } from './reference-data/load-reference-data.ts';
import { aBirthDraft } from './testing/birth-draft.ts';
import { aCertainRule } from './testing/certain-retention.ts';
import { later, useEndedDossiers } from './testing/ended-dossiers.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

describe('what falls due', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const all = useEndedDossiers(test, world);
  let dossier: { readonly dossierId: string; readonly code: string };
  let kept: { readonly dossierId: string; readonly code: string };

  beforeAll(async () => {
    dossier = await all.anEnded();
    kept = await all.anEnded('2029-05-01T08:00:00+07:00');
  }, 120_000);

  it('by the shipped rules is only looked at: none of them is certain', async () => {
    const now = later(25);
    const { retention: shipped } = await loadPrivacyRules(join(checkout, 'data'));
    expect(shipped.filter(({ certainty }) => certainty === 'official')).toEqual([]);
    await all.nightly(now, [aCertainRule({ years: 5, certainty: 'unchecked' })]);
    expect(await all.dueOf(now)).toMatchObject([{ state: 'uncertain' }, { state: 'uncertain' }]);
    const { retention } = await all.under(now);
    expect(await retention.fixErasure(world.as(all.clerk, now), {})).toMatchObject({
      refusal: { type: 'privacy.nothing-due' },
    });
    await all.nightly(later(0));
    expect(await all.dueOf(later(0))).toEqual([]);
  });

  it('is announced ninety days before, to the keepers of its agency and to its owner, once', async () => {
    await all.night(later(5, -90));
    expect(await all.dueOf(later(5, -90))).toEqual([]);
    const now = later(5, -88);
    await all.night(now);
    await all.night(now);
    await world.runJobs();
    const [row] = await many(
      test.owner,
      sql`select dossier_code, state from (select dossier_code, certain as state from privacy.retention_due) d`,
    );
    expect(row).toEqual({ dossier_code: dossier.code, state: true });
    expect(await all.dueOf(now, all.clerk)).toMatchObject([
      { code: dossier.code, state: 'soon', dueOn: '2031-11-25' },
    ]);
    expect(await all.dueOf(now, await world.officer('vanthu.tanbien'))).toEqual([]);
    expect(await all.dueOf(now, await world.officer('hotich.tanninh'))).toBe('privacy.not-allowed');
    const told = must(
      await world.product.modules.notifications.queries.inbox(world.as(all.mother)),
    ).items.filter(({ textKey }) => textKey === 'notifications.erasing-announced');
    expect(told).toMatchObject([{ facts: { code: dossier.code, on: '25/11/2031' } }]);
  });

  it('that was due before anybody told its owner waits as long as they were promised from that night on', async () => {
    const now = later(6);
    const forgotten = sql`delete from privacy.retention_due`;
    await forgotten.execute(test.owner);
    await all.night(now);
    expect(await all.dueOf(now, all.clerk)).toMatchObject([
      { code: dossier.code, state: 'soon', dueOn: '2033-02-21', warnedAt: now.toISOString() },
    ]);
    const { retention } = await all.under(now);
    expect(await retention.fixErasure(world.as(all.clerk, now), {})).toMatchObject({
      refusal: { type: 'privacy.nothing-due' },
    });
    // Nor does a rule that was in doubt for a while let it go sooner.
    await all.night(later(6, 1), [aCertainRule({ years: 5, certainty: 'unchecked' })]);
    await all.night(later(6, 2));
    expect(await all.dueOf(later(6, 2), all.clerk)).toMatchObject([{ state: 'soon', dueOn: '2033-02-23' }]);
    await all.night(later(6, 50));
    expect(await all.dueOf(later(6, 92), all.clerk)).toMatchObject([{ state: 'due', dueOn: '2033-02-23' }]);
    await forgotten.execute(test.owner);
  });

  it('is not listed before its day, nor while it is held; a hold ends by its day or by somebody', async () => {
    const soon = later(5, -88);
    const { retention } = await all.under(soon);
    expect(await retention.fixErasure(world.as(all.clerk, soon), {})).toMatchObject({
      refusal: { type: 'privacy.nothing-due' },
    });
    const hold = {
      code: dossier.code.toLowerCase(),
      ground: 'court',
      reason: 'Tòa án đang giải quyết vụ của bà Phan Thị Mỹ Duyên',
      decisionNumber: '12/TB-TA',
      untilOn: '2031-12-31',
    };
    expect(
      await retention.putHold(world.as(all.clerk, soon), { ...hold, untilOn: '2030-01-01' }),
    ).toMatchObject({
      refusal: { type: 'privacy.hold-over' },
    });
    const elsewhere = await world.officer('vanthu.tanbien');
    expect(await retention.putHold(world.as(elsewhere, soon), hold)).toMatchObject({
      refusal: { type: 'privacy.dossier-not-found' },
    });
    must(await retention.putHold(world.as(all.clerk, soon), hold));
    const { holdId } = must(
      await retention.putHold(world.as(all.administrator, soon), { ...hold, untilOn: '' }),
    );
    const due = later(5, 10);
    await all.nightly(due);
    expect(await all.dueOf(due)).toMatchObject([{ state: 'held' }]);
    const lift = { holdId, reason: 'Bản án đã có hiệu lực' };
    expect(await retention.liftHold(world.as(elsewhere, due), lift)).toMatchObject({
      refusal: { type: 'privacy.hold-not-found' },
    });
    must(await retention.liftHold(world.as(all.clerk, due), lift));
    expect(await retention.liftHold(world.as(all.clerk, due), lift)).toMatchObject({
      refusal: { type: 'privacy.hold-lifted' },
    });
    expect(await all.dueOf(due)).toMatchObject([{ state: 'held' }]);
    expect(await all.dueOf(later(6))).toMatchObject([{ state: 'due' }]);
    expect(must(await retention.holds(world.as(all.clerk, due))).items).toMatchObject([
      { reason: hold.reason },
    ]);
  });

  it('is fixed by one person and confirmed by another, freshly proved, under a decision', async () => {
    const now = later(6);
    const { retention } = await all.under(now);
    const asked = await Promise.all(
      [all.clerk, all.administrator].map((actor) => retention.fixErasure(world.as(actor, now), {})),
    );
    const [fixed] = asked.flatMap((each) => (each.ok ? [each.value] : []));
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    if (!fixed) throw new Error('nothing fixed');
    must(await retention.dropErasure(world.as(all.administrator, now), { erasureId: fixed.erasureId }));
    const { erasureId } = must(await retention.fixErasure(world.as(all.clerk, now), {}));
    const confirm = { erasureId, decisionNumber: '05/QĐ-UBND', decidedOn: '2032-11-20' };
    expect(await retention.confirmErasure(world.as(all.clerk, now), confirm)).toMatchObject({
      refusal: { type: 'privacy.erasure-other-person' },
    });
    const stale = { ...world.as(all.administrator, now), actor: { ...all.administrator, provedAt: morning } };
    expect(await retention.confirmErasure(stale, confirm)).toMatchObject({
      refusal: { type: 'identity.step-up-needed' },
    });
    expect(
      await retention.confirmErasure(world.as(all.administrator, now), {
        ...confirm,
        decidedOn: '2033-01-01',
      }),
    ).toMatchObject({ refusal: { type: 'privacy.decision-in-future' } });
    // Not even by somebody else whose sign-in the first has in hand, nor by whoever has theirs; after a month it proves nothing.
    const takesOver = (by: OfficerActor, of: OfficerActor, at: Date) =>
      test.db.transaction().execute((tx) =>
        recordAction(tx, world.as(by, at), newUuidV7, {
          command: 'identity.issue-code',
          subjectId: of.accountId,
        }),
      );
    await takesOver(all.clerk, all.administrator, later(6, -31));
    for (const [by, of] of [
      [all.clerk, all.administrator],
      [all.administrator, all.clerk],
    ] as const) {
      await takesOver(by, of, later(6, -1));
      expect(await retention.confirmErasure(world.as(all.administrator, now), confirm)).toMatchObject({
        refusal: { kind: 'forbidden', type: 'privacy.erasure-second-tied' },
      });
      await sql`update platform.action set recorded_at = ${later(6, -31)}
        where command = 'identity.issue-code' and recorded_at = ${later(6, -1)}`.execute(test.owner);
    }
    must(await retention.confirmErasure(world.as(all.administrator, now), confirm));
    expect(await retention.dropErasure(world.as(all.clerk, now), { erasureId })).toMatchObject({
      refusal: { type: 'privacy.erasure-settled' },
    });
    // Nothing is gone before the job has run.
    expect(must(await retention.erasure(world.as(all.clerk, now), erasureId)).state).toBe('running');
    await all.carryOut(erasureId, now);
    await all.carryOut(erasureId, now);
    expect(must(await retention.erasure(world.as(all.clerk, now), erasureId))).toMatchObject({
      state: 'finished',
      decisionNumber: '05/QĐ-UBND',
      lines: [{ code: dossier.code, kinds: ['facts', 'papers', 'letters', 'results'] }],
    });
    const actions = await many(
      test.owner,
      sql`select from platform.action where command = 'privacy.erase-dossier' and subject_id = ${dossier.dossierId}`,
    );
    expect(actions).toHaveLength(1);
  });

  it('is held no more when nothing of it is left, and nothing is written about its people any more', async () => {
    const now = later(6, 1);
    const { retention } = await all.under(now);
    const hold = {
      code: dossier.code,
      ground: 'court',
      reason: 'Vụ của bà Duyên',
      decisionNumber: '13/TB-TA',
    };
    expect(await retention.putHold(world.as(all.clerk, now), hold)).toMatchObject({
      refusal: { type: 'privacy.hold-erased', fields: [{ pointer: '/code' }] },
    });
    // One whose day was over did not keep it, and was never lifted.
    const [over] = must(await retention.holds(world.as(all.clerk, now))).items;
    must(
      await retention.liftHold(world.as(all.clerk, now), {
        holdId: over?.holdId,
        reason: 'Xong vụ bà Duyên',
      }),
    );
    const texts = await many(
      test.owner,
      sql`select distinct reason_sealed, lift_reason_sealed from privacy.retention_hold ${all.ofDossier(dossier.dossierId)}`,
    );
    expect(texts).toEqual([{ reason_sealed: null, lift_reason_sealed: null }]);
  });

  it('is left where a correction waits, a hold came, or the law keeps it longer by now; for ever stays for ever', async () => {
    const now = later(9);
    const held = kept;
    const waits = await all.anEnded();
    const longer = await all.anEnded();
    await all.nightly(now);
    const { retention, commands } = await all.under(now);
    const { erasureId } = must(await retention.fixErasure(world.as(all.clerk, now), {}));
    const text = 'Địa chỉ trong hồ sơ chưa đúng';
    must(
      await commands.askCorrection(world.as(all.mother, now), {
        field: 'address',
        dossierId: waits.dossierId,
        text,
      }),
    );
    must(
      await retention.putHold(world.as(all.clerk, now), {
        code: held.code,
        ground: 'inspection',
        reason: 'Thanh tra tỉnh yêu cầu giữ',
        decisionNumber: '1/TTr',
      }),
    );
    const confirm = { erasureId, decisionNumber: '06/QĐ-UBND', decidedOn: '2035-11-20' };
    must(await retention.confirmErasure(world.as(all.administrator, now), confirm));
    const forEver = [aCertainRule({ years: 5 }), aCertainRule({ procedureCode: '1.001193', kind: 'facts' })];
    // The law of that day keeps the facts for ever, and everything else for seventy years.
    const law = [...forEver, aCertainRule({ procedureCode: '1.001193', years: 70 })];
    await (await all.under(now, law)).tasks['privacy.erase-list']?.({ jurisdiction: 1, erasureId });
    const lines = must(await retention.erasure(world.as(all.clerk, now), erasureId)).lines;
    expect(Object.fromEntries(lines.map((line) => [line.dossierId, line.leftBecause]))).toEqual({
      [held.dossierId]: 'held',
      [waits.dossierId]: 'correction',
      [longer.dossierId]: 'rule',
    });
    await all.nightly(later(60), law);
    expect(await all.dueOf(later(60))).toEqual([]);
    // Each kind goes on its own day: the papers after seventy years, the facts never.
    await all.nightly(later(73), law);
    const due = await all.dueOf(later(73));
    expect(due).toMatchObject([{}, {}, {}]);
    expect(new Set((Array.isArray(due) ? due : []).map(({ kinds }) => kinds.join()))).toEqual(
      new Set(['papers,letters,results']),
    );
  });

  it('drafts nobody touched go with their papers; one that was saved lately stays', async () => {
    const old = await aBirthDraft(world, test, all.mother);
    const fresh = await aBirthDraft(world, test, all.mother);
    await sql`update dossiers.draft set saved_at = ${later(0, -181)} where draft_id = ${old}`.execute(
      test.owner,
    );
    const files = await many(
      test.owner,
      sql<{ file_id: string }>`
      select file_id from dossiers.draft_file where draft_id = ${old}`,
    );
    await (await all.under(morning)).tasks['privacy.forget-untouched']?.({});
    const left = await many(
      test.owner,
      sql`select draft_id from dossiers.draft where draft_id in (${old}, ${fresh})`,
    );
    expect(left).toEqual([{ draft_id: fresh }]);
    const erased = await many(
      test.owner,
      sql`
      select name, erased_at is not null as erased from documents.file where file_id = ${files[0]?.file_id ?? null}`,
    );
    expect(erased).toEqual([{ name: '', erased: true }]);
  });
});
