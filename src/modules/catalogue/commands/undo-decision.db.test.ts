import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { many } from '../../../platform/database.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import type { Catalogue } from '../module.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { controlContext } from '../testing/an-officer.ts';
import { carryOut, recordedDecision } from '../testing/decide.ts';

const [birth, death, marriage, land] = ['1.001193', '1.000656', '1.000894', '1.013831'] as const;
const reason = 'Nghị quyết hoãn ngày áp dụng';

describe('taking a decision back before its day', () => {
  const test = useTestDatabase();
  let catalogue: Catalogue;

  beforeAll(async () => {
    catalogue = aCatalogue(test);
    const procedures = [birth, death, marriage, land].map((code) => aProcedure({ code }));
    await catalogue.loadProcedures(systemContext(), { procedures });
  });

  const renamed = (name: string) => [{ op: 'replace', path: '/name', value: name }];
  async function readOn(code: string, on: string): Promise<string> {
    const found = await catalogue.getVersionInForce(test.db, test.jurisdiction, code, on as PlainDate);
    return found.ok
      ? [found.value.name, ...(found.value.lists ?? []).map(({ facts }) => facts.list)].join(', ')
      : found.refusal.type;
  }
  const days = () =>
    many(
      test.owner,
      sql`
        select code, number, valid::text, ended, ended_by from catalogue.procedure_version
        where not isempty(valid) order by code, number`,
    );
  const entries = () =>
    many(
      test.owner,
      sql`
        select entry_id, list, code, valid::text, facts, decision_id, removed_by from catalogue.list_entry
        order by entry_id`,
    );
  async function decided(
    lines: Parameters<typeof recordedDecision>[1],
    from: string,
    lists: readonly unknown[] = [],
  ) {
    const { decisionId, version } = await recordedDecision(catalogue, lines);
    const listed = must(
      await catalogue.commands.changeDecisionLists(controlContext(), { decisionId, version, lists }),
    );
    must(await carryOut(catalogue, { decisionId, version: listed.version }, from));
    return { decisionId, version: listed.version + 1 };
  }
  const undo = (decision: { decisionId: string; version: number }, today = '2026-11-26', why = reason) =>
    catalogue.commands.undoDecision(controlContext(1, today), { ...decision, reason: why });

  it('puts back texts, endings, what was withdrawn and the lists; carried out again it holds', async () => {
    await decided(
      [{ code: birth, change: 'amended', patch: renamed('Khai sinh từ tháng 2') }],
      '2027-02-01',
      [
        { change: 'add', code: birth, facts: { list: 'essential' } },
        { change: 'add', code: death, facts: { list: 'onlineTime', percent: 20 } },
      ],
    );
    const [daysBefore, entriesBefore] = [await days(), await entries()];
    const decision = await decided(
      [
        { code: birth, change: 'amended', patch: renamed('Khai sinh từ tháng 1') },
        { code: marriage, change: 'abolished' },
      ],
      '2027-01-01',
      [
        { change: 'remove', code: birth, list: 'essential' },
        { change: 'add', code: death, facts: { list: 'onlineTime', percent: 50 } },
      ],
    );
    expect(await readOn(birth, '2027-02-01')).toBe('Khai sinh từ tháng 1');
    expect(await readOn(marriage, '2027-01-01')).toBe('catalogue.not-in-force');
    must(await undo(decision));
    expect(await days()).toEqual(daysBefore);
    expect(await entries()).toEqual(entriesBefore);
    expect(await readOn(birth, '2027-01-31')).toBe('Đăng ký khai sinh');
    expect(await readOn(birth, '2027-02-01')).toBe('Khai sinh từ tháng 2, essential');
    const seen = must(await catalogue.queries.getDecision(controlContext(), decision.decisionId));
    expect(seen).toMatchObject({ canUndo: false, undone: { by: 'Cán bộ 01', reason }, lines: [{}, {}] });
    expect(seen.inForceFrom).toBeUndefined();
    must(await carryOut(catalogue, { ...decision, version: seen.version }, '2027-03-01'));
    expect(await readOn(birth, '2027-02-28')).toBe('Khai sinh từ tháng 2, essential');
    expect(await readOn(birth, '2027-03-01')).toBe('Khai sinh từ tháng 1');
    expect(await readOn(marriage, '2027-02-28')).toBe('Đăng ký khai sinh');
  });

  it('tells the feed what goes on after all', async () => {
    const decision = await decided([{ code: land, change: 'abolished' }], '2027-01-01');
    must(await undo(decision));
    const told = await many(
      test.owner,
      sql`select kind, from_day from catalogue.change where code = ${land} order by change_id`,
    );
    expect(told.slice(-2)).toEqual([
      { kind: 'ended', from_day: '2027-01-01' },
      { kind: 'reopened', from_day: '2027-01-01' },
    ]);
  });

  it('is refused once its day has come, without a reason, twice, and to who may not publish', async () => {
    const decision = await decided([{ code: land, change: 'abolished' }], '2026-12-10');
    expect(await undo(decision, '2026-12-10')).toMatchObject({
      refusal: { type: 'catalogue.decision-in-force' },
    });
    expect(await undo(decision, '2026-12-09', '  ')).toMatchObject({
      refusal: { fields: [{ pointer: '/reason' }] },
    });
    expect(await undo({ ...decision, version: 1 }, '2026-12-09')).toMatchObject({
      refusal: { type: 'catalogue.decision-changed' },
    });
    const [first, second] = await Promise.all([undo(decision, '2026-12-09'), undo(decision, '2026-12-09')]);
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
    expect(await readOn(land, '2026-12-10')).toBe('Đăng ký khai sinh');
    expect(await undo({ ...decision, version: decision.version + 1 }, '2026-12-09')).toMatchObject({
      refusal: { type: 'catalogue.decision-not-carried-out' },
    });
  });

  it('waits until what was decided upon it is taken back too', async () => {
    const first = await decided(
      [{ code: death, change: 'amended', patch: renamed('Khai tử một') }],
      '2027-04-01',
    );
    const second = await decided(
      [{ code: death, change: 'amended', patch: renamed('Khai tử hai') }],
      '2027-05-01',
      [{ change: 'add', code: death, facts: { list: 'post', intake: true, return: true } }],
    );
    const third = await decided([], '2027-06-01', [{ change: 'remove', code: death, list: 'post' }]);
    const upon = { refusal: { type: 'catalogue.decision-built-upon', params: { codes: death } } };
    expect(await undo(first)).toMatchObject(upon);
    expect(await undo(second)).toMatchObject(upon);
    must(await undo(third));
    must(await undo(second));
    const draft = must(
      await catalogue.queries.listDrafts(controlContext(), { code: death, state: 'approved' }),
    );
    expect(draft.items).toHaveLength(1);
    expect(await undo(first)).toMatchObject({
      refusal: { type: 'catalogue.undo-draft-open', params: { codes: death } },
    });
    expect(await readOn(death, '2027-05-01')).toMatch(/^Khai tử một/);
  });

  it('waits for a decision that rests on the same text', async () => {
    const ctx = controlContext();
    const first = await recordedDecision(catalogue, [
      { code: marriage, change: 'new', patch: renamed('Kết hôn mới') },
    ]);
    must(await carryOut(catalogue, first, '2027-07-01'));
    const { lines } = must(await catalogue.queries.getDecision(ctx, first.decisionId));
    const resting = must(
      await catalogue.commands.recordDecision(ctx, {
        kind: 'ministry',
        number: '99/QĐ-BTP',
        decidedOn: '2026-11-20',
        agency: 'Bộ Tư pháp',
        lines: lines.map(({ code, change, draftId }) => ({ code, change, draftId })),
      }),
    );
    must(await carryOut(catalogue, resting, '2027-07-01'));
    const after = { ...first, version: first.version + 1 };
    expect(await undo(after)).toMatchObject({
      refusal: { type: 'catalogue.decision-rested-upon', params: { number: '99/QĐ-BTP' } },
    });
    must(await undo({ ...resting, version: resting.version + 1 }));
    must(await undo(after));
  });

  it.each([
    sql`update catalogue.decision set carried_out_at = null, in_force_from = null, carried_out_by = null
      where carried_out_at is not null`,
    sql`update catalogue.decision set carried_out_at = null, in_force_from = null, carried_out_by = null,
      undone_at = in_force_from, undo_reason = 'Muộn' where carried_out_at is not null`,
    sql`update catalogue.draft set state = 'approved', version_id = null where state = 'published'`,
    sql`update catalogue.procedure_version set valid = daterange(valid_from, null), amended_on = valid_from
      where isempty(valid)`,
  ])('is no way around what is in force, for the owner too', async (statement) => {
    await decided([{ code: land, change: 'amended', patch: renamed('Đất đai') }], '2026-11-26').catch(
      () => 0,
    );
    await expect(statement.execute(test.owner)).rejects.toThrow(/stays as|over stay/);
  });
});
