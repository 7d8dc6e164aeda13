import { beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import type { Catalogue } from '../module.ts';
import { aCatalogue, lenientRules } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { carryOut, recordedDecision } from '../testing/decide.ts';

/** The rules of `data/` demand what hangs together. */
const strict = {
  ...lenientRules,
  warnOnly: [],
  requiredParts: [{ part: 'results' as const, source: 'QĐ 766/QĐ-TTg, 1.3', certainty: 'unverified' }],
};

describe('a text that lacks something', () => {
  const test = useTestDatabase();
  const code = '1.001193';
  let catalogue: Catalogue;

  beforeAll(async () => {
    catalogue = aCatalogue(test, { rules: strict });
    await catalogue.loadProcedures(systemContext(), { procedures: [aProcedure({ code })] });
  });

  it('is not published; every reason is named with its place, and nothing of the decision happens', async () => {
    const decision = await recordedDecision(catalogue, [
      { code, change: 'amended', patch: [{ op: 'replace', path: '/content/results', value: [] }] },
    ]);
    const outcome = await carryOut(catalogue, decision, '2026-12-15');
    expect(outcome).toMatchObject({ refusal: { type: 'catalogue.decision-impossible' } });
    const reasons = outcome.ok ? [] : (outcome.refusal.fields ?? []).map(({ params }) => params?.reason);
    expect(reasons).toEqual([
      'catalogue.lint.part-missing.results',
      'catalogue.lint.time-limit-missing',
      'catalogue.lint.time-limit-missing',
      'catalogue.lint.online-without-form',
      'catalogue.lint.process-missing',
    ]);
    expect(outcome.ok ? '' : outcome.refusal.fields?.[0]).toMatchObject({
      type: 'catalogue.line-lint',
      params: { code, detail: 'Thiếu kết quả thực hiện.' },
    });
    const later = await catalogue.getVersionInForce(
      test.db,
      test.jurisdiction,
      code,
      '2027-01-01' as PlainDate,
    );
    expect(later).toMatchObject({ value: { number: 1 } });
  });
});
