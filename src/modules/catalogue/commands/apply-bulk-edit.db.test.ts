import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { one } from '../../../platform/database.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { controlContext } from '../testing/an-officer.ts';
import { carryOut, recordedDecision } from '../testing/decide.ts';

const codeOf = (number: number) => `3.${String(number).padStart(6, '0')}`;

describe('an edit of many procedures', () => {
  const test = useTestDatabase();
  const catalogue = () => aCatalogue(test);
  const edit = { field: 'sector', to: 'Tư pháp' };
  /** Ten procedures of a test's own. */
  const tenFrom = (first: number) => Array.from({ length: 10 }, (_, index) => codeOf(first + index));

  beforeAll(async () => {
    const procedures = Array.from({ length: 300 }, (_, index) =>
      aProcedure({ code: codeOf(index), name: `Thủ tục ${index}` }),
    );
    const ended = aProcedure({ code: '4.000001', validFrom: '2020-01-01', validTo: '2024-01-01' });
    await catalogue().loadProcedures(systemContext(), { procedures: [...procedures, ended] });
  });

  const fresh = (who = 1) => ({ ...controlContext(who), requestId: crypto.randomUUID() });
  const preview = async (asked: object) =>
    must(await catalogue().queries.previewBulkEdit(controlContext(), asked));
  const apply = (asked: object, ctx = fresh()) => catalogue().commands.applyBulkEdit(ctx, asked);
  const anyDecision = async () => (await recordedDecision(catalogue(), [])).decisionId;
  const draftsOf = async (codes: readonly string[]) =>
    (
      await one(
        test.owner,
        sql<{ n: number }>`select count(*) as n from catalogue.draft where code = any (${codes}::text[])`,
      )
    ).n;

  it('shows each change before it is made, and names what it leaves and why', async () => {
    const [drafted = '', same = '', ...rest] = tenFrom(0);
    const decisionId = await anyDecision();
    const [version] = must(await catalogue().queries.listVersions(controlContext(), drafted));
    must(
      await catalogue().commands.createDraft(fresh(2), { from: 'version', versionId: version?.versionId }),
    );
    const moved = await preview({ codes: [same], edit, decisionId });
    must(await apply({ codes: [same], edit, decisionId, preview: moved.preview }));

    const asked = { codes: [...rest, drafted, same, '4.000001', '9.999999'], edit, decisionId };
    const { changes, refused, decision } = await preview(asked);
    expect(decision.decisionId).toBe(decisionId);
    expect(changes.map(({ code }) => code)).toEqual(rest);
    expect(changes[0]).toMatchObject({
      sentences: ['Sửa đổi lĩnh vực: từ “Hộ tịch” thành “Tư pháp”.'],
      rows: [{ part: 'sector', before: 'Hộ tịch', after: 'Tư pháp' }],
    });
    expect(refused.map(({ code, type, params }) => [code, type, params.who])).toEqual([
      [drafted, 'catalogue.draft-exists', 'Cán bộ 02'],
      [same, 'catalogue.draft-exists', 'Cán bộ 01'],
      ['4.000001', 'catalogue.bulk-ended', undefined],
      ['9.999999', 'catalogue.procedure-not-found', undefined],
    ]);
    expect(await draftsOf(rest), 'looking changes nothing').toBe(0);
  });

  it('leaves what the decision already settles', async () => {
    const [code = ''] = tenFrom(10);
    const { decisionId } = await recordedDecision(catalogue(), [{ code, change: 'abolished' }]);
    expect(await preview({ codes: [code], edit, decisionId })).toMatchObject({
      changes: [],
      refused: [{ code, type: 'catalogue.bulk-on-decision' }],
    });
  });

  it('edits 200 procedures as shown: drafts with their history, all on one decision', async () => {
    const codes = Array.from({ length: 200 }, (_, index) => codeOf(100 + index));
    const decisionId = await anyDecision();
    const shown = await preview({ codes, edit, decisionId });
    const done = must(await apply({ codes, edit, decisionId, preview: shown.preview }));
    expect(done).toEqual({ decisionId, drafts: 200 });

    const { lines } = must(await catalogue().queries.getDecision(controlContext(), decisionId));
    expect(lines.map(({ code, change }) => [code, change])).toEqual(codes.map((code) => [code, 'amended']));
    const draftId = lines[0]?.draftId ?? '';
    const draft = must(await catalogue().queries.getDraft(controlContext(), draftId));
    expect(draft).toMatchObject({ state: 'draft', version: 2, document: { sector: 'Tư pháp' } });
    const history = must(await catalogue().queries.draftHistory(controlContext(), { draftId }));
    expect(history.items).toMatchObject([
      { pointer: '/sector', before: 'Hộ tịch', after: 'Tư pháp', changed: { by: 'Cán bộ 01' } },
    ]);
  });

  it('is done once when two confirm at once, whole and on one decision', async () => {
    const codes = tenFrom(20);
    const [one, other] = [await anyDecision(), await anyDecision()];
    const asked = async (decisionId: string) => {
      const shown = await preview({ codes, edit, decisionId });
      return { codes, edit, decisionId, preview: shown.preview };
    };
    const [first, second] = [await asked(one), await asked(other)];
    const outcomes = await Promise.all([apply(first, fresh(1)), apply(second, fresh(2))]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ refusal: { type: 'catalogue.bulk-changed' } });
    expect(await draftsOf(codes)).toBe(10);
    const won = outcomes[0]?.ok ? one : other;
    const lost = outcomes[0]?.ok ? other : one;
    const linesOf = async (decisionId: string) =>
      must(await catalogue().queries.getDecision(controlContext(), decisionId)).lines.length;
    expect([await linesOf(won), await linesOf(lost)]).toEqual([10, 0]);
  });

  it('does nothing at all once one procedure stands otherwise than shown', async () => {
    const codes = tenFrom(30);
    const decisionId = await anyDecision();
    const shown = await preview({ codes, edit, decisionId });
    const [version] = must(await catalogue().queries.listVersions(controlContext(), codes[9] ?? ''));
    must(
      await catalogue().commands.createDraft(fresh(2), { from: 'version', versionId: version?.versionId }),
    );
    const outcome = await apply({ codes, edit, decisionId, preview: shown.preview });
    expect(outcome).toMatchObject({ refusal: { type: 'catalogue.bulk-changed' } });
    expect(await draftsOf(codes)).toBe(1);
  });

  it('takes back everything when the last one fails', async () => {
    const codes = tenFrom(40);
    const decisionId = await anyDecision();
    const shown = await preview({ codes, edit, decisionId });
    await sql`
      alter table catalogue.draft add constraint testing_last
      check (code <> ${sql.lit(codes[9] ?? '')}) not valid`.execute(test.owner);
    try {
      await expect(apply({ codes, edit, decisionId, preview: shown.preview })).rejects.toThrow(
        /testing_last/,
      );
    } finally {
      await sql`alter table catalogue.draft drop constraint testing_last`.execute(test.owner);
    }
    expect(await draftsOf(codes)).toBe(0);
    const { lines } = must(await catalogue().queries.getDecision(controlContext(), decisionId));
    expect(lines).toEqual([]);
  });

  it('answers a repeated request as the first time', async () => {
    const codes = tenFrom(50);
    const decisionId = await anyDecision();
    const shown = await preview({ codes, edit, decisionId });
    const ctx = fresh();
    const asked = { codes, edit, decisionId, preview: shown.preview };
    const first = must(await apply(asked, ctx));
    expect(must(await apply(asked, ctx))).toEqual(first);
    expect(await draftsOf(codes)).toBe(10);
  });

  it('is refused without a change, on a decision carried out, beyond 500 and to the wrong role', async () => {
    const codes = tenFrom(60);
    const decisionId = await anyDecision();
    const nothing = { codes, edit: { field: 'sector', to: 'Hộ tịch' }, decisionId };
    const shown = await preview(nothing);
    expect(shown.refused.map(({ type }) => type)).toEqual(codes.map(() => 'catalogue.bulk-same'));
    expect(await apply({ ...nothing, preview: shown.preview })).toMatchObject({
      refusal: { type: 'catalogue.bulk-nothing' },
    });
    const carried = await recordedDecision(catalogue(), [{ code: codes[0] ?? '', change: 'abolished' }]);
    must(await carryOut(catalogue(), carried, '2026-12-01'));
    const late = { codes, edit, decisionId: carried.decisionId };
    expect(await catalogue().queries.previewBulkEdit(controlContext(), late)).toMatchObject({
      refusal: { type: 'catalogue.decision-carried-out' },
    });
    const many = Array.from({ length: 501 }, (_, index) => codeOf(index));
    expect(
      await catalogue().queries.previewBulkEdit(controlContext(), { ...late, codes: many }),
    ).toMatchObject({ refusal: { type: 'input.invalid', fields: [{ pointer: '/codes' }] } });
    const nobody = { ...fresh(), actor: { kind: 'anonymous' as const } };
    const refused = { refusal: { type: 'catalogue.not-allowed' } };
    expect(await catalogue().queries.previewBulkEdit(nobody, { codes, edit, decisionId })).toMatchObject(
      refused,
    );
    expect(await apply({ codes, edit, decisionId, preview: 'x' }, nobody)).toMatchObject(refused);
  });
});
