import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../kernel/plain-date.ts';
import { many } from '../../../platform/database.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { sourceRecords } from '../testing/a-source-file.ts';
import { controlContext } from '../testing/an-officer.ts';
import { carryOut, recordedDecision } from '../testing/decide.ts';
import { importLines } from '../testing/import-lines.ts';

const start = '2026-12-01' as PlainDate;
const days = Array.from({ length: 45 }, (_, index) => addDays(start, index - 5));

/** `hesitate`: published, taken back, published again; `regret`: abolished, and taken back. What the office, the product's data or the national database do after some days have passed, for a day to come. */
const act = fc.record({
  kind: fc.constantFrom('publish', 'hesitate', 'abolish', 'suspend', 'regret', 'ship', 'import'),
  passes: fc.nat(3),
  ahead: fc.nat(12),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** Ended before it began, then shipped again: the decision stands. */
const remembered: [Act[]][] = [
  [
    [
      { kind: 'ship', passes: 0, ahead: 5 },
      { kind: 'suspend', passes: 0, ahead: 2 },
      { kind: 'ship', passes: 1, ahead: 0 },
    ],
  ],
  [
    [
      { kind: 'publish', passes: 0, ahead: 0 },
      { kind: 'suspend', passes: 0, ahead: 0 },
      { kind: 'publish', passes: 0, ahead: 0 },
    ],
  ],
];

/** Who wrote what is in force on each day; undefined: nothing is. */
type Model = readonly ({ readonly name: string; readonly origin: string } | undefined)[];

describe('any sequence of decisions, shipped texts and imports', () => {
  const test = useTestDatabase();
  let used = 0;

  async function readOn(code: string, on: PlainDate): Promise<string | undefined> {
    const found = await aCatalogue(test).getVersionInForce(test.db, test.jurisdiction, code, on);
    return found.ok ? found.value.name : undefined;
  }

  /** Carries the act out and says how the model reads afterwards. */
  async function perform(
    code: string,
    name: string,
    today: PlainDate,
    { kind, ahead }: Act,
    model: Model,
    isNew: boolean,
  ): Promise<Model> {
    const catalogue = aCatalogue(test);
    const regrets = kind === 'hesitate' || kind === 'regret';
    const from = addDays(today, regrets ? ahead + 1 : ahead);
    const takeBack = async (decision: { readonly decisionId: string; readonly version: number }) => {
      const seen = { decisionId: decision.decisionId, version: decision.version + 1, reason: 'Hoãn' };
      const undone = must(await catalogue.commands.undoDecision(controlContext(1, today), seen));
      return { ...decision, version: undone.version };
    };
    const overwrite = (first: PlainDate, value: Model[number]) =>
      model.map((before, index) => ((days[index] ?? first) < first ? before : value));
    const newest = model.at(-1);
    if (kind === 'regret') {
      const line = { code, change: 'abolished' } as const;
      const decision = await recordedDecision(catalogue, [line], { on: today });
      if ((await carryOut(catalogue, decision, from, today)).ok) await takeBack(decision);
      return model;
    }
    if (kind === 'publish' || kind === 'hesitate') {
      const line = { code, change: isNew ? 'new' : 'amended', patch: textPatch(name) } as const;
      const decision = await recordedDecision(catalogue, [line], { on: today });
      let outcome = await carryOut(catalogue, decision, from, today);
      if (kind === 'hesitate' && outcome.ok)
        outcome = await carryOut(catalogue, await takeBack(decision), from, today);
      expect(outcome.ok, JSON.stringify(outcome)).toBe(true);
      return overwrite(from, { name, origin: 'edited' });
    }
    if (kind === 'abolish' || kind === 'suspend') {
      const line = { code, change: kind === 'abolish' ? 'abolished' : 'suspended' } as const;
      const outcome = await carryOut(
        catalogue,
        await recordedDecision(catalogue, [line], { on: today }),
        from,
        today,
      );
      expect(outcome.ok).toBe(days.some((day, index) => day >= from && model[index] !== undefined));
      return outcome.ok ? overwrite(from, undefined) : model;
    }
    if (kind === 'ship') {
      const record = aProcedure({ code, name, validFrom: from });
      await catalogue.loadProcedures(systemContext(today), { procedures: [record] });
      const may = isNew || newest?.origin === 'imported' || newest?.origin === 'shipped';
      return may ? overwrite(from, { name, origin: 'shipped' }) : model;
    }
    const [source] = sourceRecords(1);
    await importLines(catalogue, systemContext(today), [JSON.stringify({ ...source, code, name })]);
    return isNew || newest?.origin === 'imported' ? overwrite(today, { name, origin: 'imported' }) : model;
  }

  it('reads on any day as a list of days says that each act overwrites, and nothing published changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 9 }), async (acts) => {
        const code = `5.${String(++used).padStart(6, '0')}`;
        let model: Model = days.map(() => undefined);
        let today = start;
        let published = new Map<string, string>();
        for (const [index, each] of acts.entries()) {
          today = addDays(today, each.passes);
          model = await perform(code, `Bản ${index}`, today, each, model, published.size === 0);
          expect(await Promise.all(days.map((on) => readOn(code, on)))).toEqual(
            model.map((day) => day?.name),
          );
          const now = await textsOf(code);
          for (const [id, text] of published) expect(now.get(id)).toBe(text);
          published = now;
        }
      }),
      { seed: 20_261_126, numRuns: 20, examples: remembered },
    );
  }, 120_000);

  async function textsOf(code: string): Promise<Map<string, string>> {
    const rows = await many(
      test.owner,
      sql<{ id: string; text: string }>`
        select version_id as id, (to_jsonb(v) - array['valid', 'amended_on', 'ended', 'ended_by'])::text as text
        from catalogue.procedure_version v where code = ${code}`,
    );
    return new Map(rows.map((row) => [row.id, row.text]));
  }
});

function textPatch(name: string): readonly unknown[] {
  return [
    { op: 'replace', path: '/name', value: name },
    { op: 'replace', path: '/sector', value: 'Hộ tịch' },
    { op: 'replace', path: '/levels', value: ['commune'] },
  ];
}
