import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, CitizenActor, OfficerActor } from '../kernel/actor.ts';
import type { Jurisdiction } from '../kernel/id.ts';
import { createDatabase, many, one } from '../platform/database.ts';
import { must } from '../platform/testing/must.ts';
import { useTestDatabase } from '../platform/testing/test-database.ts';

import { useSeededProduct } from './testing/seeded-product.ts';
import { asked, supplementPeople, supplementSamples } from './testing/supplement-samples.ts';

/** Wednesday 25/11/2026. */
const on = (time: string) => new Date(`2026-11-25T${time}:00+07:00`);
const text = 'Danh mục đòi giấy chứng sinh bản giấy, quyết định mới đã bỏ';
const nobody: Actor = { kind: 'anonymous' };

/** "Báo danh mục sai": from whoever finds it to the answer the same working day. */
describe('a report of a wrong list', () => {
  const test = useTestDatabase();
  const world = useSeededProduct(test);
  const lists = () => world.product.modules.catalogue.wrongLists;
  let people: Awaited<ReturnType<typeof supplementPeople>>;
  let citizen: CitizenActor;
  let counter: OfficerActor;
  let control: OfficerActor;
  let second: OfficerActor;
  let versionId: string;

  beforeAll(async () => {
    people = await supplementPeople(world);
    citizen = people.mother;
    counter = people.counter;
    control = await world.officer('kiemsoat.tthc');
    second = await world.officer('duyet.tthc');
    const { catalogue } = world.product.modules;
    const versions = must(await catalogue.queries.listVersions(world.as(nobody), '1.001193'));
    versionId = versions[0]?.versionId ?? '';
  }, 60_000);

  const samples = supplementSamples(world, test, () => people);
  const report = (actor: Actor, more: object = {}, now = on('09:00')) =>
    lists().report(world.as(actor, now), { versionId, part: 'paper', text, ...more });
  const answer = (actor: Actor, reportId: string, kind = 'accepted', now = on('15:00')) =>
    lists().answer(world.as(actor, now), { reportId, answer: kind, text: 'Đã đối chiếu với quyết định' });
  const seen = async (reportId: string, now = on('15:00')) =>
    must(await lists().get(world.as(control, now), reportId));

  it.each([
    ['in the morning', '2026-11-25T09:00', '2026-11-25T17:00'],
    ['a minute before closing', '2026-11-25T16:59', '2026-11-25T17:00'],
    ['after office hours: the next working day', '2026-11-25T17:01', '2026-11-26T17:00'],
    ['on a Sunday: Monday', '2026-11-29T10:00', '2026-11-30T17:00'],
    ['on New Year: the day after', '2027-01-01T09:00', '2027-01-04T17:00'],
  ])('is due the same working day: %s', async (_, received, due) => {
    const { reportId } = must(await report(nobody, {}, new Date(`${received}:00+07:00`)));
    expect((await seen(reportId)).dueAt).toBe(new Date(`${due}:00+07:00`).toISOString());
  });

  it('comes from a dossier, is answered, and its reporter reads the answer', async () => {
    const { dossierId } = await samples.submitted();
    const sent = must(await report(counter, { componentKey: 'giay-chung-sinh', dossierId }));
    const dossier = await samples.officeView(dossierId, counter);
    expect(await seen(sent.reportId)).toMatchObject({
      component: 'Giấy chứng sinh',
      code: '1.001193',
      dossier: { dossierId, code: dossier.code },
      reporter: { kind: 'officer', name: 'Lê Thị Ngọc Huyền', unit: expect.stringContaining('Tân Ninh') },
      overdue: false,
    });
    expect((await seen(sent.reportId, on('17:01'))).overdue).toBe(true);
    must(await answer(control, sent.reportId));
    const [own] = must(await lists().own(world.as(counter), { dossierId }));
    expect(own).toMatchObject({
      reportId: sent.reportId,
      answer: { kind: 'accepted', by: 'Nghiêm Thị Lan Chi', inTime: true },
    });
    expect(must(await lists().own(world.as(people.specialist), { dossierId }))).toEqual([]);
  });

  it('comes from a citizen, who stays unnamed and reads the answer by the link alone', async () => {
    const { reportId, token } = must(await report(citizen));
    const told = await seen(reportId);
    expect(told.reporter).toEqual({ kind: 'citizen' });
    must(await answer(control, reportId, 'rejected'));
    const linked = must(await lists().byLink(world.as(nobody), token));
    expect(linked).toMatchObject({ text, answer: { kind: 'rejected' } });
    expect(JSON.stringify(linked)).not.toMatch(/Lan Chi|Mỹ Duyên/);
    const guessed = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [guessed, '', "' or true --", 'x'.repeat(10_000)])
      expect(await lists().byLink(world.as(nobody), wrong)).toMatchObject({
        refusal: { type: 'catalogue.report-not-found' },
      });
  });

  it('an accepted one opens a draft with the report as its comment at the paper, once a request', async () => {
    const { reportId } = must(await report(counter, { componentKey: 'giay-chung-sinh' }));
    expect(await lists().correct(world.as(control), { reportId })).toMatchObject({
      refusal: { type: 'catalogue.report-not-accepted' },
    });
    must(await answer(control, reportId));
    const ctx = world.as(control);
    const { draftId } = must(await lists().correct(ctx, { reportId }));
    expect(must(await lists().correct(ctx, { reportId }))).toEqual({ draftId });
    const { queries } = world.product.modules.catalogue;
    const draft = must(await queries.getDraft(world.as(control), draftId));
    expect(draft).toMatchObject({ code: '1.001193', baseVersionId: versionId });
    const [comment, ...others] = draft.comments;
    expect(others).toEqual([]);
    expect(comment).toMatchObject({ text, pointer: expect.stringMatching(/^\/content\/components\/\d+$/) });
    const at = Number(comment?.pointer?.split('/').at(-1));
    expect(draft.text?.content.components[at]?.key).toBe('giay-chung-sinh');
    expect(must(await lists().correct(world.as(second), { reportId })).draftId).toBe(draftId);
  });

  it('two answers at once: one stands, the other is told whose', async () => {
    const { reportId } = must(await report(nobody));
    const both = await Promise.all([answer(control, reportId), answer(second, reportId, 'rejected')]);
    const refused = both.filter((outcome) => !outcome.ok);
    expect(refused).toHaveLength(1);
    expect(refused).toMatchObject([
      {
        refusal: {
          kind: 'conflict',
          type: 'catalogue.report-answered',
          params: { who: expect.stringMatching(/^(Nghiêm Thị Lan Chi|Lưu Hoàng Phúc)$/) },
        },
      },
    ]);
  });

  it('sent twice it is one; the same request with other words is refused', async () => {
    const ctx = world.as(nobody, on('09:00'));
    const input = { versionId, part: 'fee', text };
    const first = must(await lists().report(ctx, input));
    expect(must(await lists().report(ctx, input))).toEqual(first);
    expect(await lists().report(ctx, { ...input, text: `${text} nữa` })).toMatchObject({
      refusal: { type: 'platform.request-reused' },
    });
    const again = world.as(control, on('15:00'));
    const answered = { reportId: first.reportId, answer: 'alreadyCorrected', text: 'Sửa từ hôm qua rồi' };
    must(await lists().answer(again, answered));
    must(await lists().answer(again, answered));
    const { n } = await one(
      test.owner,
      sql<{ n: number }>`select count(*)::int as n from platform.event where stream_id = ${first.reportId}`,
    );
    expect(n).toBe(2);
  });

  it('is refused where it says nothing, too much, or what is not there', async () => {
    const absent = '019ac000-0000-7000-8000-0000000000ff';
    const cases: readonly [object, string][] = [
      [{ text: '  ' }, 'input.invalid'],
      [{ text: 'x'.repeat(4001) }, 'input.invalid'],
      [{ text: `${text}\0` }, 'input.invalid'],
      [{ part: 'giay' }, 'input.invalid'],
      [{ versionId: absent }, 'catalogue.version-not-found'],
      [{ componentKey: 'so-ho-khau' }, 'catalogue.report-unknown-paper'],
    ];
    for (const [more, type] of cases)
      expect(await report(counter, more)).toMatchObject({ refusal: { type } });
    expect(await answer(control, absent)).toMatchObject({ refusal: { type: 'catalogue.report-not-found' } });
  });

  it('a dossier is named only by an officer who may read it', async () => {
    const { dossierId } = await samples.submitted();
    const stranger = await world.officer('hotich.tanbien');
    for (const actor of [stranger, citizen, nobody])
      expect(await report(actor, { dossierId })).toMatchObject({
        refusal: { type: 'catalogue.report-dossier-unknown' },
      });
  });

  it('is read and answered by procedure control alone', async () => {
    const { reportId } = must(await report(counter));
    const notAllowed = { refusal: { kind: 'forbidden', type: 'catalogue.not-allowed' } };
    const notTheirs = { refusal: { type: 'catalogue.report-not-found' } };
    for (const actor of [nobody, citizen, counter, people.specialist]) {
      expect(await answer(actor, reportId)).toMatchObject(notAllowed);
      expect(await lists().correct(world.as(actor), { reportId })).toMatchObject(notAllowed);
      expect(await lists().list(world.as(actor), {})).toMatchObject(notAllowed);
      expect(await lists().counts(world.as(actor))).toMatchObject(notAllowed);
      if (actor !== counter) expect(await lists().get(world.as(actor), reportId)).toMatchObject(notTheirs);
    }
    expect(must(await lists().own(world.as(nobody), {}))).toEqual([]);
  });

  it('does not leave its jurisdiction', async () => {
    const { reportId, token } = must(await report(nobody));
    const elsewhere = (actor: Actor) => ({ ...world.as(actor), jurisdiction: 2 as Jurisdiction });
    expect(await lists().get(elsewhere(control), reportId)).toMatchObject({ ok: false });
    expect(await lists().byLink(elsewhere(nobody), token)).toMatchObject({ ok: false });
    expect(must(await lists().list(elsewhere(control), { state: 'all' })).items).toEqual([]);
    await expect(lists().report(elsewhere(nobody), { versionId, part: 'fee', text })).rejects.toThrow(
      /row-level security/,
    );
    const other = createDatabase({ url: test.url, role: 'motcua_app', jurisdiction: 2, maxConnections: 1 });
    for (const table of [
      'catalogue.wrong_list_report',
      'catalogue.wrong_list_answer',
      'dossiers.unlisted_ask',
    ])
      expect(await many(other, sql`select 1 from ${sql.table(table)}`)).toEqual([]);
    await other.destroy();
  });

  it('its events tell no words, and neither it nor its answer changes', async () => {
    const { reportId } = must(await report(citizen));
    must(await answer(control, reportId));
    const events = await many(
      test.owner,
      sql<{ type: string; payload: object }>`
        select type, payload from platform.event where stream_id = ${reportId} order by seq`,
    );
    expect(events).toEqual([
      { type: 'catalogue.wrongListReported', payload: { code: '1.001193', versionId, part: 'paper' } },
      { type: 'catalogue.wrongListAnswered', payload: { answer: 'accepted' } },
    ]);
    for (const change of [
      sql`update catalogue.wrong_list_report set body = 'khác hẳn đi'`,
      sql`delete from catalogue.wrong_list_answer`,
      sql`update catalogue.wrong_list_answer set answer = 'rejected'`,
    ]) {
      await expect(change.execute(test.owner)).rejects.toThrow(/never changed/);
      await expect(change.execute(test.db)).rejects.toThrow();
    }
  });

  it('each number is the length of the list behind it; the queue goes by due time, page by page', async () => {
    must(await answer(second, must(await report(counter)).reportId, 'rejected', on('18:00')));
    const now = new Date('2026-11-26T09:00:00+07:00');
    const asks = world.as(control, now);
    const counts = must(await lists().counts(asks));
    const listed = async (more: object) => {
      const items = [];
      let after: string | undefined;
      do {
        const page = must(await lists().list(asks, { ...more, limit: 2, ...(after && { after }) }));
        items.push(...page.items);
        after = page.next;
      } while (after !== undefined);
      return items;
    };
    const states = {
      reports: 'all',
      inTime: 'inTime',
      late: 'late',
      open: 'open',
      overdue: 'overdue',
    } as const;
    for (const [column, state] of Object.entries(states)) {
      for (const row of counts.byUnit)
        expect(await listed({ state, unit: row.key })).toHaveLength(row[column as keyof typeof states]);
      for (const row of counts.byProcedure)
        expect(await listed({ state, code: row.key })).toHaveLength(row[column as keyof typeof states]);
    }
    const mine = counts.byUnit.find(({ key }) => key === counter.posts[0]?.unitId);
    expect(mine?.late).toBe(1);
    expect(mine?.inTime).toBeGreaterThan(0);
    expect(counts.byUnit.find(({ key }) => key === 'citizens')?.overdue).toBeGreaterThan(0);
    const due = (await listed({ state: 'open' })).map(({ dueAt }) => dueAt);
    expect(due).toEqual(due.toSorted());
    expect(await lists().list(asks, { after: 'x' })).toMatchObject({
      refusal: { type: 'input.wrong-cursor' },
    });
  });

  it('attempts to ask for more than the list stand beside it, by unit', async () => {
    const { taskId, dossierId } = await samples.accepted();
    const { commands, queries } = world.product.modules.dossiers;
    const beyond = samples.ask(taskId, { items: [], unlisted: 'Sổ hộ khẩu' });
    const ctx = world.as(people.specialist, asked);
    await commands.requestSupplement(ctx, beyond);
    await commands.requestSupplement(ctx, beyond);
    const { byUnit, latest } = must(await queries.unlistedAsks(world.as(control), {}));
    expect(byUnit).toMatchObject([{ asks: 1, unit: expect.stringContaining('Tân Ninh') }]);
    expect(latest).toMatchObject([{ dossierId }]);
    const unitId = byUnit[0]?.unitId;
    expect(must(await queries.unlistedAsks(world.as(control), { unitId })).latest).toHaveLength(1);
    expect(await queries.unlistedAsks(world.as(counter), {})).toMatchObject({
      refusal: { type: 'dossiers.not-allowed' },
    });
  });
});
