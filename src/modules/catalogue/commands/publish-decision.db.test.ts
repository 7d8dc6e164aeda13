import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import type { Catalogue } from '../module.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { controlContext } from '../testing/an-officer.ts';
import { approvedDraft, carryOut, recordedDecision } from '../testing/decide.ts';

const [birth, death, marriage, land] = ['1.001193', '1.000656', '1.000894', '1.013831'] as const;

describe('carrying a decision out', () => {
  const test = useTestDatabase();
  let catalogue: Catalogue;

  beforeAll(async () => {
    catalogue = aCatalogue(test);
    const procedures = [birth, death, marriage, land].map((code) => aProcedure({ code }));
    await catalogue.loadProcedures(systemContext(), { procedures });
  });

  async function readOn(code: string, on: string): Promise<string> {
    const found = await catalogue.getVersionInForce(test.db, test.jurisdiction, code, on as PlainDate);
    return found.ok ? `${found.value.number} ${found.value.name}` : found.refusal.type;
  }
  const renamed = (name: string) => [{ op: 'replace', path: '/name', value: name }];

  it('puts all its texts in force and ends what it abolishes at midnight of one day, nothing before', async () => {
    const decision = await recordedDecision(catalogue, [
      { code: birth, change: 'amended', patch: renamed('Khai sinh mới') },
      { code: death, change: 'abolished' },
    ]);
    const effect = must(
      await catalogue.queries.effectOf(controlContext(), {
        decisionId: decision.decisionId,
        from: '2026-12-15',
      }),
    );
    expect(effect).toMatchObject({
      possible: true,
      lines: [
        { code: death, change: 'abolished', ends: { number: 1 }, withdraws: [], obstacles: [] },
        { code: birth, name: 'Khai sinh mới', ends: { number: 1 }, obstacles: [] },
      ],
    });
    const done = must(await carryOut(catalogue, decision, '2026-12-15'));
    expect(done).toMatchObject({ published: [{ code: birth, number: 2 }], ended: [death] });
    expect(await readOn(birth, '2026-12-14')).toBe('1 Đăng ký khai sinh');
    expect(await readOn(birth, '2026-12-15')).toBe('2 Khai sinh mới');
    expect(await readOn(death, '2026-12-14')).toBe('1 Đăng ký khai sinh');
    expect(await readOn(death, '2026-12-15')).toBe('catalogue.not-in-force');
    const published = await catalogue.getVersionInForce(
      test.db,
      test.jurisdiction,
      birth,
      '2027-01-01' as PlainDate,
    );
    expect(published.ok && published.value.content.decisions).toEqual([
      expect.objectContaining({ kind: 'province', change: 'amended', signer: 'Nguyễn Văn Ký' }),
    ]);
    const draft = must(
      await catalogue.queries.listDrafts(controlContext(), { state: 'published', code: birth }),
    );
    expect(
      must(await catalogue.queries.getDraft(controlContext(), draft.items[0]?.draftId ?? '')).versionId,
    ).toBe(done.published[0]?.versionId);
    const seen = must(await catalogue.queries.getDecision(controlContext(), decision.decisionId));
    expect(seen).toMatchObject({ inForceFrom: '2026-12-15', carriedOut: { by: 'Cán bộ 01' } });
    expect(seen.lines.find((line) => line.code === birth)?.versionId).toBe(done.published[0]?.versionId);
  });

  it('corrects a text to come before its day: it is withdrawn and stays readable by its id', async () => {
    const [, coming] = must(await catalogue.queries.listVersions(controlContext(), birth)).toReversed();
    const decision = await recordedDecision(catalogue, [
      { code: birth, change: 'amended', patch: renamed('Khai sinh đúng') },
    ]);
    const effect = must(
      await catalogue.queries.effectOf(controlContext(), {
        decisionId: decision.decisionId,
        from: '2026-12-15',
      }),
    );
    expect(effect.lines[0]?.withdraws).toEqual([
      { versionId: coming?.versionId, number: 2, from: '2026-12-15' },
    ]);
    must(await carryOut(catalogue, decision, '2026-12-15'));
    expect(await readOn(birth, '2026-12-14')).toBe('1 Đăng ký khai sinh');
    expect(await readOn(birth, '2026-12-15')).toBe('3 Khai sinh đúng');
    const versions = must(await catalogue.queries.listVersions(controlContext(), birth));
    expect(versions.map(({ number, withdrawn }) => [number, withdrawn])).toEqual([
      [3, false],
      [2, true],
      [1, false],
    ]);
    const kept = await catalogue.readVersion(controlContext(), coming?.versionId ?? '');
    expect(kept).toMatchObject({
      value: { name: 'Khai sinh mới', validFrom: '2026-12-15', validTo: '2026-12-15' },
    });
  });

  it('takes up an abolished procedure again by a decision, and an import does not', async () => {
    const record = aProcedure({ code: death, name: 'Khai tử theo cơ sở dữ liệu', validFrom: '2026-12-20' });
    const loaded = await catalogue.loadProcedures(systemContext('2026-12-20'), { procedures: [record] });
    expect(loaded).toMatchObject({ value: { created: [], replaced: [], differing: [{ code: death }] } });
    const decision = await recordedDecision(
      catalogue,
      [{ code: death, change: 'new', patch: renamed('Khai tử') }],
      { on: '2026-12-20' },
    );
    must(await carryOut(catalogue, decision, '2027-01-10', '2026-12-20'));
    expect(await readOn(death, '2027-01-09')).toBe('catalogue.not-in-force');
    expect(await readOn(death, '2027-01-10')).toBe('2 Khai tử');
  });

  it('is one text that several decisions rest on', async () => {
    const draftId = await approvedDraft(catalogue, marriage, renamed('Kết hôn mới'));
    const line = { code: marriage, change: 'amended', draftId };
    const ctx = () => controlContext();
    const record = async (kind: string, number: string) =>
      must(
        await catalogue.commands.recordDecision(ctx(), {
          kind,
          number,
          decidedOn: '2026-11-20',
          agency: kind === 'ministry' ? 'Bộ Tư pháp' : 'Chủ tịch UBND tỉnh',
          lines: [line],
        }),
      );
    const ministry = await record('ministry', '2228/QĐ-BTP');
    const province = await record('province', '901/QĐ-UBND');
    must(await carryOut(catalogue, province, '2026-11-26'));
    const after = must(await carryOut(catalogue, ministry, '2026-11-26'));
    expect(after.published).toEqual([]);
    const version = await catalogue.getVersionInForce(
      test.db,
      test.jurisdiction,
      marriage,
      '2026-11-26' as PlainDate,
    );
    expect(version.ok && version.value.content.decisions.map((decision) => decision.number)).toEqual([
      '2228/QĐ-BTP',
      '901/QĐ-UBND',
    ]);
  });

  it('refuses days that are over, what is not approved, what is outdated and what is not there', async () => {
    const decision = await recordedDecision(catalogue, [
      { code: '2.999999', change: 'abolished' },
      { code: land, change: 'amended', patch: renamed('Biến động') },
    ]);
    const effect = must(
      await catalogue.queries.effectOf(controlContext(), {
        decisionId: decision.decisionId,
        from: '2026-12-01',
      }),
    );
    expect(effect).toMatchObject({
      possible: false,
      lines: [
        { code: land, obstacles: [] },
        { code: '2.999999', obstacles: [{ type: 'catalogue.nothing-to-end' }] },
      ],
    });
    const impossible = await carryOut(catalogue, decision, '2026-12-01');
    expect(impossible).toMatchObject({
      refusal: { type: 'catalogue.decision-impossible', fields: [{ pointer: '/lines/1' }] },
    });
    const past = await catalogue.commands.publishDecision(controlContext(), {
      ...decision,
      from: '2026-11-25',
      effect: effect.effect,
    });
    expect(past).toMatchObject({ refusal: { type: 'catalogue.from-in-the-past' } });
    expect(await readOn(land, '2026-12-01')).toBe('1 Đăng ký khai sinh');

    const shown = await recordedDecision(catalogue, [{ code: birth, change: 'abolished' }]);
    const before = must(
      await catalogue.queries.effectOf(controlContext(), {
        decisionId: shown.decisionId,
        from: '2027-02-01',
      }),
    );
    must(
      await carryOut(
        catalogue,
        await recordedDecision(catalogue, [{ code: birth, change: 'amended', patch: renamed('Xen vào') }]),
        '2027-01-01',
      ),
    );
    const stale = await catalogue.commands.publishDecision(controlContext(), {
      ...shown,
      from: '2027-02-01',
      effect: before.effect,
    });
    expect(stale).toMatchObject({ refusal: { type: 'catalogue.effect-changed' } });
  });

  it('is recorded once, changed until it is carried out, and its publicity noted afterwards, once', async () => {
    const decision = await recordedDecision(catalogue, [], { number: '77/QĐ-UBND' });
    const again = await catalogue.commands.recordDecision(controlContext(), {
      kind: 'province',
      number: '77/QĐ-UBND',
      decidedOn: '2026-11-26',
      agency: 'Chủ tịch UBND tỉnh',
    });
    expect(again).toMatchObject({ refusal: { type: 'catalogue.decision-known' } });
    const wrong = await catalogue.commands.changeDecisionLines(controlContext(), {
      ...decision,
      lines: [
        { code: birth, change: 'abolished' },
        { code: birth, change: 'abolished' },
        { code: death, change: 'amended', draftId: '00000000-0000-7000-8000-000000000099' },
      ],
    });
    expect(wrong).toMatchObject({
      refusal: {
        type: 'catalogue.lines-wrong',
        fields: [{ pointer: '/lines/1/code' }, { pointer: '/lines/2/draftId' }],
      },
    });
    const { version } = must(
      await catalogue.commands.abolishProcedure(controlContext(), {
        ...decision,
        code: land,
        replacedBy: birth,
      }),
    );
    expect(
      await catalogue.commands.changeDecisionLines(controlContext(), { ...decision, lines: [] }),
    ).toMatchObject({
      refusal: { type: 'catalogue.decision-changed' },
    });
    must(await carryOut(catalogue, { ...decision, version }, '2026-12-05'));
    const late = await catalogue.commands.changeDecisionLines(controlContext(), {
      decisionId: decision.decisionId,
      version: version + 1,
      lines: [],
    });
    expect(late).toMatchObject({ refusal: { type: 'catalogue.decision-carried-out' } });
    const noted = must(
      await catalogue.commands.recordPublicity(controlContext(), {
        decisionId: decision.decisionId,
        version: version + 1,
        publishedOn: '2026-11-28',
      }),
    );
    const moved = await catalogue.commands.recordPublicity(controlContext(), {
      decisionId: decision.decisionId,
      version: noted.version,
      publishedOn: '2026-11-27',
    });
    expect(moved).toMatchObject({ refusal: { type: 'catalogue.publicity-known' } });
  });

  it.each([
    sql`update catalogue.decision set signer = 'Khác' where carried_out_at is not null`,
    sql`update catalogue.decision set file_id = gen_random_uuid() where carried_out_at is not null`,
    sql`update catalogue.decision set published_on = '2026-01-01' where published_on is not null`,
    sql`delete from catalogue.decision where carried_out_at is not null`,
    sql`delete from catalogue.decision_line where code = ${land}
        and decision_id in (select decision_id from catalogue.decision where carried_out_at is not null)`,
    sql`update catalogue.decision_line set change = 'amended' where change = 'abolished'`,
    sql`insert into catalogue.decision_line (jurisdiction, decision_id, code, change)
        select jurisdiction, decision_id, '3.000001', 'new' from catalogue.decision
        where carried_out_at is not null limit 1`,
  ])('stays as it was carried out, for the application and for the owner', async (statement) => {
    await expect(statement.execute(test.owner)).rejects.toThrow(/carried out/);
    await expect(statement.execute(test.db)).rejects.toThrow(/carried out|permission/);
  });
});
