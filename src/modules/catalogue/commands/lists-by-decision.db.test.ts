import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { must } from '../../../platform/testing/must.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { feeFor, timeLimitFor } from '../contract.ts';
import type { Catalogue } from '../module.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';
import { controlContext } from '../testing/an-officer.ts';
import { carryOut, recordedDecision } from '../testing/decide.ts';

const code = '1.013225';

describe('lists by decision', () => {
  const test = useTestDatabase();
  let catalogue: Catalogue;

  beforeAll(async () => {
    catalogue = aCatalogue(test);
    const verified = { certainty: 'verified' as const };
    const permit = aProcedure({
      code,
      content: {
        channels: ['online', 'counter'],
        timeLimits: [{ rule: { unit: 'working-days', amount: 15 }, ...verified }],
        fees: [
          {
            key: 'le-phi',
            name: 'Lệ phí',
            type: 'charge',
            rule: { kind: 'fixed', amount: 75_000 },
            ...verified,
          },
        ],
      },
    });
    await catalogue.loadProcedures(systemContext(), { procedures: [permit] });
  });

  async function decided(lists: readonly unknown[], from: string, today = '2026-11-26') {
    const { decisionId, version } = await recordedDecision(catalogue, [], { on: today });
    const listed = must(
      await catalogue.commands.changeDecisionLists(controlContext(1, today), { decisionId, version, lists }),
    );
    return {
      decisionId,
      outcome: await carryOut(catalogue, { decisionId, version: listed.version }, from, today),
    };
  }
  const readOn = async (on: string) =>
    must(await catalogue.getVersionInForce(test.db, test.jurisdiction, code, on as PlainDate));
  const termsOn = async (on: string) => {
    const version = await readOn(on);
    return {
      online: [
        timeLimitFor(version, 'chung', 'online')?.rule?.amount,
        feeFor(version, 'chung', 'online').total,
      ],
      counter: [
        timeLimitFor(version, 'chung', 'counter')?.rule?.amount,
        feeFor(version, 'chung', 'counter').total,
      ],
      channels: version.content.channels,
      lists: version.lists?.map(({ facts }) => facts.list),
    };
  };

  it('make it sooner and cheaper online, and offer the post, from the day of the decision', async () => {
    const { outcome } = await decided(
      [
        { change: 'add', code, facts: { list: 'onlineTime', percent: 20 } },
        { change: 'add', code, facts: { list: 'onlineFee', rule: { kind: 'percent', percent: 50 } } },
        { change: 'add', code, facts: { list: 'post', intake: true, return: true } },
        { change: 'add', code, facts: { list: 'essential' } },
      ],
      '2026-12-01',
    );
    must(outcome);
    expect(await termsOn('2026-11-30')).toEqual({
      online: [15, 75_000],
      counter: [15, 75_000],
      channels: ['online', 'counter'],
      lists: [],
    });
    expect(await termsOn('2026-12-01')).toEqual({
      online: [12, 37_500],
      counter: [15, 75_000],
      channels: ['online', 'counter', 'post'],
      lists: ['essential', 'onlineFee', 'onlineTime', 'post'],
    });
  });

  it('leave the published text as it is: a version read by its id alone has no list in it', async () => {
    const { id } = await readOn('2026-12-01');
    const published = must(await catalogue.getVersion(test.db, test.jurisdiction, id));
    expect(published.content.timeLimits).toHaveLength(1);
    const applied = must(
      await catalogue.getVersion(test.db, test.jurisdiction, id, '2026-12-01' as PlainDate),
    );
    expect(applied.content.timeLimits).toHaveLength(2);
  });

  it('are corrected before their day and ended after, past days as they were', async () => {
    must(
      (await decided([{ change: 'add', code, facts: { list: 'onlineTime', percent: 40 } }], '2026-12-01'))
        .outcome,
    );
    expect((await termsOn('2026-12-01')).online[0]).toBe(9);
    must(
      (await decided([{ change: 'remove', code, list: 'onlineTime' }], '2026-12-20', '2026-12-10')).outcome,
    );
    expect((await termsOn('2026-12-19')).online[0]).toBe(9);
    expect((await termsOn('2026-12-20')).online[0]).toBe(15);
  });

  it('take on only procedures that exist, take off only what is on, each once', async () => {
    const { outcome } = await decided(
      [
        { change: 'add', code: '9.999999', facts: { list: 'essential' } },
        { change: 'remove', code, list: 'paperless' },
      ],
      '2026-12-01',
    );
    expect(outcome).toMatchObject({
      refusal: {
        type: 'catalogue.decision-impossible',
        fields: [{ type: 'catalogue.list-unknown-procedure' }, { type: 'catalogue.not-on-list' }],
      },
    });
    const { decisionId, version } = await recordedDecision(catalogue, []);
    const twice = [0, 1].map(() => ({ change: 'add', code, facts: { list: 'essential' } }));
    expect(
      await catalogue.commands.changeDecisionLists(controlContext(), { decisionId, version, lists: twice }),
    ).toMatchObject({ refusal: { fields: [{ pointer: '/lists/1/code', type: 'catalogue.line-repeated' }] } });
  });

  it.each([
    sql`update catalogue.list_entry set facts = '{}'`,
    sql`update catalogue.list_entry set valid = daterange(lower(valid), '2026-12-02') where list = 'onlineTime'`,
    sql`update catalogue.decision_list_line set facts = '{}'`,
    sql`delete from catalogue.decision_list_line`,
  ])('stay as decided, for the owner too', async (statement) => {
    await expect(statement.execute(test.owner)).rejects.toThrow(/only ends|carried out/);
  });
});
