import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor } from '../kernel/actor.ts';
import { many, one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { aMaritalStatusDossier } from './testing/marital-status.ts';
import { useSeededProduct } from './testing/seeded-product.ts';
import { morning } from './testing/test-config.ts';

const script = fileURLToPath(new URL('./testing/sweep-timers.ts', import.meta.url));
const at = (text: string) => new Date(`${text}:00+07:00`);

/** The step of 14 hours opens on Monday 23/11 at 08:30 and is warned about after 10.5 of them: Wednesday 25/11 at 11:00. */
describe('timers of a step', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  let counter: OfficerActor;
  let specialist: OfficerActor;

  beforeAll(async () => {
    counter = await world.officer('tiepnhan.tanninh');
    specialist = await world.officer('hotich.tanninh');
  }, 60_000);

  /** Another process sweeps at an instant; resolves when it has ended by itself. */
  function sweep(now: string) {
    const instant = at(now).toISOString();
    return spawn(process.execPath, [script, test.url, tmpdir(), instant], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }
  const swept = async (now: string) => expect((await once(sweep(now), 'exit'))[0]).toBe(0);
  const firedFor = async (dossierId: string) =>
    (
      await many(
        test.owner,
        sql<{ kind: string }>`select payload ->> 'kind' as kind from platform.event
          where stream_id = ${dossierId} and type = 'dossiers.timerFired' order by seq`,
      )
    ).map(({ kind }) => kind);
  const timerOf = (dossierId: string) =>
    one(
      test.owner,
      sql<{ fire: Date; fired: Date | null; warned: Date | null }>`
        select r.fire_at as fire, r.fired_at as fired, t.warned_at as warned
        from dossiers.timer r join dossiers.task t using (jurisdiction, dossier_id, task_id)
        where r.dossier_id = ${dossierId} and r.kind = 'warn'`,
    );

  it('fire once and not before their time, however often the sweep comes by', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    expect((await timerOf(dossierId)).fire).toEqual(at('2026-11-25T11:00'));
    await swept('2026-11-25T10:30');
    expect(await firedFor(dossierId)).toEqual([]);
    await swept('2026-11-25T11:00');
    await swept('2026-11-25T11:01');
    expect(await firedFor(dossierId)).toEqual(['warn']);
    expect((await timerOf(dossierId)).warned).not.toBeNull();
  }, 120_000);

  it('warn at the share that holds for the procedure on the day the step opens', async () => {
    const before = await aMaritalStatusDossier(world, counter, morning);
    const { procedure_code: code } = await one(
      test.owner,
      sql<{
        procedure_code: string;
      }>`select procedure_code from dossiers.dossier where dossier_id = ${before}`,
    );
    await sql`
      insert into process.warning_share (jurisdiction, sector, procedure_code, valid_from, valid_to, share, source, certainty)
      values (${test.jurisdiction}, '', ${code}, '2026-11-25', '2026-11-26', 0.5, 'Quy chế của tỉnh', 'official')
    `.execute(test.owner);
    const fireOf = async (opened: string) =>
      (await timerOf(await aMaritalStatusDossier(world, counter, at(opened)))).fire;
    expect(await fireOf('2026-11-25T08:30')).toEqual(at('2026-11-26T07:30'));
    expect(await fireOf('2026-11-26T08:30')).toEqual(at('2026-11-27T11:00'));
    expect((await timerOf(before)).fire).toEqual(at('2026-11-25T11:00'));
  });

  it('wait while the clock stands still, and move with it', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    const { commands } = world.product.modules.dossiers;
    const stop = { dossierId, ground: 'verification', document: '15/CV-UBND' };
    const { suspensionId } = must(
      await commands.suspendClock(world.as(specialist, at('2026-11-25T10:00')), stop),
    );
    await swept('2026-11-27T10:00');
    expect(await firedFor(dossierId)).toEqual([]);
    must(
      await commands.resumeClock(world.as(specialist, at('2026-11-30T10:00')), { dossierId, suspensionId }),
    );
    expect((await timerOf(dossierId)).fire).toEqual(at('2026-11-30T11:00'));
  }, 120_000);

  it('go on by themselves where silence is consent, and tell the leader where that is asked', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    await sql`update process.process_version
      set steps = jsonb_set(steps, '{1,timers}', '[{"key": "im-lang", "kind": "proceed", "at": {"hours": 1}}]')
      where process = 'xac-nhan-hon-nhan'`.execute(test.owner);
    await sql`insert into dossiers.timer (jurisdiction, dossier_id, timer_id, task_id, step_key, timer_key, kind, after_hours,
        fire_at)
      select jurisdiction, dossier_id, gen_random_uuid(), task_id, step_key, more.key, more.kind, 1, fire_at - more.after
      from dossiers.timer, (values ('bao', 'escalate', interval '2 hours'), ('im-lang', 'proceed', interval '1 hour'))
        as more(key, kind, after)
      where dossier_id = ${dossierId}`.execute(test.owner);
    await swept('2026-11-25T10:30');
    expect(await firedFor(dossierId)).toEqual(['escalate', 'proceed']);
    const steps = await many(
      test.owner,
      sql<{ kind: string; outcome: string | null; told: boolean }>`
        select kind, outcome, escalated_at is not null as told from dossiers.task
        where dossier_id = ${dossierId} and kind <> 'intake' order by opened_at`,
    );
    expect(steps).toEqual([
      { kind: 'work', outcome: 'silence', told: true },
      { kind: 'sign', outcome: null, told: false },
    ]);
  }, 120_000);

  it('a warned step is soon due, an escalated one is put before who leads, each marked on the dossier', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    const leader = await world.officer('phochutich.tanninh');
    const { queries } = world.product.modules.dossiers;
    const when = at('2026-11-23T10:00');
    const rowIn = async (who: OfficerActor, queue: 'sap-den-han' | 'can-chi-dao') =>
      must(await queries.inbox(world.as(who, when), queue)).items.find((row) => row.dossierId === dossierId);
    expect(await rowIn(specialist, 'sap-den-han')).toBeUndefined();
    await sql`update dossiers.timer set fire_at = ${when} where dossier_id = ${dossierId}`.execute(
      test.owner,
    );
    await swept('2026-11-23T10:00');
    expect(await rowIn(specialist, 'sap-den-han')).toMatchObject({ alert: 'warned' });
    expect(await rowIn(leader, 'can-chi-dao')).toBeUndefined();
    const before = (await queries.queueCounts(world.as(leader, when))).get('can-chi-dao') ?? 0;
    await sql`insert into dossiers.timer (jurisdiction, dossier_id, timer_id, task_id, step_key, timer_key, kind, after_hours,
        fire_at)
      select jurisdiction, dossier_id, gen_random_uuid(), task_id, step_key, 'bao', 'escalate', 1, fire_at
      from dossiers.timer where dossier_id = ${dossierId}`.execute(test.owner);
    await swept('2026-11-23T10:00');
    expect(await rowIn(leader, 'can-chi-dao')).toMatchObject({ alert: 'escalated' });
    expect((await queries.queueCounts(world.as(leader, when))).get('can-chi-dao')).toBe(before + 1);
    const view = must(await queries.getOfficeDossier(world.as(specialist, when), dossierId));
    expect(view.tasks.filter(({ alert }) => alert !== undefined).map(({ alert }) => alert)).toEqual([
      'escalated',
    ]);
  }, 120_000);

  it('one whose step cannot go on says so once, and is tried again later each time', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    // The step has no such timer in its process: it is refused whenever it is tried.
    await sql`update dossiers.timer set kind = 'proceed', timer_key = 'khong-co', fire_at = ${at('2026-11-23T10:00')}
      where dossier_id = ${dossierId}`.execute(test.owner);
    const standing = () =>
      one(
        test.owner,
        sql<{ refused: number; refusal: string | null; retry: Date }>`
          select refused, refusal, date_trunc('minute', retry_at) as retry from dossiers.timer where dossier_id = ${dossierId}`,
      );
    const exitOf = async (now: string) => (await once(sweep(now), 'exit'))[0];
    expect(await exitOf('2026-11-23T10:00')).not.toBe(0);
    expect(await standing()).toMatchObject({ refused: 1, retry: at('2026-11-23T10:02') });
    expect((await standing()).refusal).not.toBeNull();
    expect(await exitOf('2026-11-23T10:01')).toBe(0);
    expect((await standing()).refused).toBe(1);
    expect(await exitOf('2026-11-23T10:03')).toBe(0);
    expect(await standing()).toMatchObject({ refused: 2, retry: at('2026-11-23T10:07') });
  }, 120_000);

  it('fire once though the worker is killed in the middle of it', async () => {
    const dossierId = await aMaritalStatusDossier(world, counter, morning);
    // The step is held from outside, so that the worker stands inside its transaction, the timer taken, when it is killed.
    await test.owner.transaction().execute(async (tx) => {
      await sql`select from dossiers.task where dossier_id = ${dossierId} for update`.execute(tx);
      const worker = sweep('2026-11-25T11:00');
      while (!(await isWaiting())) expect(worker.exitCode).toBeNull();
      worker.kill('SIGKILL');
      await once(worker, 'exit');
    });
    expect(await firedFor(dossierId)).toEqual([]);
    expect((await timerOf(dossierId)).fired).toBeNull();
    await swept('2026-11-25T11:05');
    await swept('2026-11-25T11:06');
    expect(await firedFor(dossierId)).toEqual(['warn']);
  }, 120_000);

  /** Whether somebody waits to mark a step. */
  async function isWaiting(): Promise<boolean> {
    const { waiting } = await one(
      test.owner,
      sql<{ waiting: number }>`select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%set warned_at%'`,
    );
    return waiting > 0;
  }
});
