import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import type { Catalogue } from '../module.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { controlContext } from '../testing/an-officer.ts';
import { carryOut, recordedDecision } from '../testing/decide.ts';

const code = '1.000001';

describe('the decisions of a procedure', () => {
  const test = useTestDatabase();
  let catalogue: Catalogue;
  const ctx = () => controlContext();
  const decisions = async () => must(await catalogue.queries.decisionsOf(ctx(), code));

  beforeAll(async () => {
    catalogue = aCatalogue(test);
    const procedures = [aProcedure({ code }), aProcedure({ code: '1.000002' })];
    await catalogue.loadProcedures(systemContext(), { procedures });
  });

  it('name the version each put in force, set a list of, or ended, and their days of publicity', async () => {
    const patch = [{ op: 'replace', path: '/name', value: 'Tên mới' }];
    const amending = await recordedDecision(catalogue, [{ code, change: 'amended', patch }], {
      number: '1/QĐ',
    });
    expect((await decisions()).map(({ number, versionIds }) => [number, versionIds])).toEqual([['1/QĐ', []]]);
    must(await carryOut(catalogue, amending, '2026-12-01'));

    const listing = await recordedDecision(catalogue, [], { number: '2/QĐ', kind: 'post' });
    const lists = [{ change: 'add', code, facts: { list: 'post', intake: true, return: true } }];
    const listed = must(await catalogue.commands.changeDecisionLists(ctx(), { ...listing, lists }));
    must(await carryOut(catalogue, { ...listing, ...listed }, '2026-12-05'));

    const ending = await recordedDecision(catalogue, [{ code, change: 'abolished' }], { number: '3/QĐ' });
    must(await carryOut(catalogue, ending, '2027-01-01'));
    const unrelated = [{ code: '1.000002', change: 'abolished' as const }];
    await recordedDecision(catalogue, unrelated, { number: '4/QĐ' });

    const [newest] = must(await catalogue.queries.listVersions(ctx(), code));
    const found = (await decisions()).toSorted((one, other) => one.number.localeCompare(other.number));
    expect(found.map(({ number, change, versionIds }) => [number, change, versionIds])).toEqual([
      ['1/QĐ', 'amended', [newest?.versionId]],
      ['2/QĐ', undefined, [newest?.versionId]],
      ['3/QĐ', 'abolished', [newest?.versionId]],
    ]);
    const carriedOut = must(await catalogue.queries.getDecision(ctx(), amending.decisionId));
    const days = { publishedOn: '2026-12-02', postedOn: '2026-12-03' };
    must(
      await catalogue.commands.recordPublicity(ctx(), { ...amending, version: carriedOut.version, ...days }),
    );
    expect((await decisions()).find(({ number }) => number === '1/QĐ')).toMatchObject({
      ...days,
      signer: 'Nguyễn Văn Ký',
      inForceFrom: '2026-12-01',
    });
  });

  it('say who marked facts of their text as checked against them, and when, and count no other change', async () => {
    const paper = { key: 'to-khai', name: 'Tờ khai', mode: 'submit' as const };
    const doubtful = { ...paper, certainty: 'unverified' as const, doubts: ['not-checked' as const] };
    const procedures = [aProcedure({ code: '1.000003', content: { components: [doubtful] } })];
    must(await catalogue.loadProcedures(systemContext(), { procedures }));
    const at = '/content/components/0';
    const patch = [
      { op: 'replace', path: `${at}/certainty`, value: 'verified' },
      { op: 'replace', path: `${at}/doubts`, value: [] },
      { op: 'replace', path: '/name', value: 'Tên đã đối chiếu' },
    ];
    // Marked, taken back and marked again is one fact.
    const again = [{ ...patch[0], value: 'unverified' }, { ...patch[0] }];
    const marked = [...patch.slice(0, 1), ...again, ...patch.slice(1)];
    await recordedDecision(catalogue, [{ code: '1.000003', change: 'amended', patch: marked }], {
      number: '5/QĐ',
    });
    const [found] = must(await catalogue.queries.decisionsOf(ctx(), '1.000003'));
    expect(found).toMatchObject({
      number: '5/QĐ',
      checks: [{ facts: 1, last: { by: 'Cán bộ 01', at: expect.any(String) } }],
    });
    expect((await decisions()).map(({ checks }) => checks)).toEqual([[], [], []]);
  });

  it('are for the procedure-control office alone', async () => {
    expect(
      await catalogue.queries.decisionsOf({ ...ctx(), actor: { kind: 'anonymous' } }, code),
    ).toMatchObject({
      refusal: { type: 'catalogue.not-allowed' },
    });
  });
});
