import { beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { type OfficeListInput, officeColumns } from '../core/office-list.ts';
import { missingParts } from '../core/required-parts.ts';
import { aCatalogue, noClock } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { aRichProcedure } from '../testing/a-rich-procedure.ts';
import { controlContext } from '../testing/an-officer.ts';

describe("the office's list of procedures", () => {
  const test = useTestDatabase();
  const ctx = systemContext();
  const whole = { ...aRichProcedure('2025-07-01'), code: '1.000001', name: 'Đủ mọi phần' };
  const bare = aProcedure({
    code: '1.000002',
    name: 'Thiếu nhiều phần',
    sector: 'Đất đai',
    content: { competentAgency: { rule: { kind: 'named' } } },
  });
  const coming = aProcedure({ code: '1.000003', validFrom: '2027-01-01' });
  const ended = aProcedure({ code: '1.000004', validFrom: '2020-01-01', validTo: '2024-01-01' });

  const catalogue = () =>
    aCatalogue(test, {
      process: {
        ...noClock,
        getProcessInForce: async () => ({ ok: false, refusal: { kind: 'not-found', type: 'testing.none' } }),
        listServedProcedures: async () => [whole.code],
        editing: { coveredProcedures: async () => new Set() },
      },
    });
  beforeAll(async () => {
    await catalogue().loadProcedures(ctx, { procedures: [whole, bare, coming, ended] });
  });

  async function list(input: OfficeListInput) {
    const found = await catalogue().queries.listForOffice(ctx, input);
    if (!found.ok) throw new Error(found.refusal.type);
    return found.value;
  }
  async function codes(input: OfficeListInput) {
    return (await list(input)).items.map(({ code }) => code);
  }

  it('shows each officer the columns they chose, in the order of the list', async () => {
    const [mine, other] = [controlContext(1), controlContext(2)];
    const columns = async (who: typeof mine) =>
      must(await catalogue().queries.listForOffice(who, {})).columns;
    const keep = (chosen: readonly string[]) =>
      catalogue().commands.keepListColumns({ ...mine, requestId: crypto.randomUUID() }, { columns: chosen });
    must(await keep(['lack', 'sector']));
    expect(await columns(mine)).toEqual(['sector', 'lack']);
    expect(await columns(other)).toEqual([...officeColumns]);
    must(await keep([]));
    expect(await columns(mine)).toEqual([]);
    expect(await keep(['name; drop table'])).toMatchObject({ refusal: { kind: 'invalid' } });
  });

  it('tells what each lacks, as the rule in core counts it', async () => {
    const { items, total } = await list({});
    expect(total).toBe(4);
    const told = new Map(items.map((item) => [item.code, item]));
    for (const record of [whole, bare, coming, ended])
      expect(told.get(record.code)?.missingParts, record.code).toBe(missingParts(record.content).length);
    expect(told.get(whole.code)).toMatchObject({ hasProcess: true, hasFee: true, state: 'inForce' });
    expect(told.get(bare.code)).toMatchObject({
      hasProcess: false,
      hasFee: false,
      unchecked: 1,
      state: 'inForce',
    });
    expect([told.get(coming.code)?.state, told.get(ended.code)?.state]).toEqual(['coming', 'ended']);
  });

  it.each<[string, OfficeListInput, string[]]>([
    ['a lack of process', { lack: 'process', state: 'inForce' }, [bare.code]],
    ['a lack of fee', { lack: 'fee', state: 'inForce' }, [bare.code]],
    ['parts missing', { lack: 'parts', sector: 'Đất đai' }, [bare.code]],
    ['words without accents', { q: 'thieu nhieu' }, [bare.code]],
    ["a code's beginning", { q: '1.00000', state: 'coming' }, [coming.code]],
    ['an end', { state: 'ended' }, [ended.code]],
  ])('is filtered by %s', async (_what, input, expected) => {
    expect(await codes(input)).toEqual(expected);
  });

  it('walks on from page to page without leaving one out', async () => {
    const first = await list({ limit: 3 });
    expect([...first.items.map(({ code }) => code), ...(await codes({ after: first.next ?? '' }))]).toEqual([
      ...[whole, bare, coming, ended].map(({ code }) => code),
    ]);
  });

  it('adds up by sector', async () => {
    const work = await catalogue().queries.sectorWork(ctx);
    expect(work.ok && work.value.find(({ sector }) => sector === 'Đất đai')).toEqual({
      sector: 'Đất đai',
      procedures: 1,
      process: 1,
      fee: 1,
      unchecked: 1,
      parts: 1,
    });
  });

  it('is refused to whoever may not edit the catalogue', async () => {
    const outcome = await catalogue().queries.listForOffice({ ...ctx, actor: { kind: 'anonymous' } }, {});
    expect(outcome.ok || outcome.refusal.type).toBe('catalogue.not-allowed');
  });
});
