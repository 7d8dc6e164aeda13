import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Database } from '../../../platform/database.ts';
import { newUuidV7 } from '../../../platform/ids.ts';
import { useTestDatabase } from '../../../platform/testing/test-database.ts';
import { aCatalogue } from '../testing/a-catalogue.ts';
import { systemContext } from '../testing/a-context.ts';
import { aProcedure } from '../testing/a-procedure.ts';

describe('versions in the database', () => {
  const test = useTestDatabase();
  const catalogue = () => aCatalogue(test);
  const code = '1.001193';

  beforeAll(async () => {
    await catalogue().loadProcedures(systemContext(), { procedures: [aProcedure()] });
  });

  function findOn(on: string) {
    return catalogue().getVersionInForce(test.db, test.jurisdiction, code, on as PlainDate);
  }

  it('finds the version in force and refuses before its first day and for an unknown code', async () => {
    const found = await findOn('2025-07-01');
    expect(found).toMatchObject({ ok: true, value: { code, number: 1, origin: 'shipped' } });
    expect(found.ok && found.value.content.channels).toEqual(['online', 'counter']);
    expect(await findOn('2025-06-30')).toMatchObject({ refusal: { type: 'catalogue.not-in-force' } });
    const unknown = await catalogue().getVersionInForce(
      test.db,
      test.jurisdiction,
      '9.999999',
      '2026-01-01' as PlainDate,
    );
    expect(unknown).toMatchObject({ refusal: { type: 'catalogue.procedure-not-found' } });
  });

  it('gets a version by id and refuses an unknown one', async () => {
    const found = await findOn('2026-01-01');
    const id = found.ok ? found.value.id : ('' as Id<'procedureVersion'>);
    const day = '2026-01-01' as PlainDate;
    expect(await catalogue().getVersion(test.db, test.jurisdiction, id, day)).toEqual(found);
    const none = await catalogue().getVersion(test.db, test.jurisdiction, newUuidV7<'procedureVersion'>());
    expect(none).toMatchObject({ refusal: { type: 'catalogue.version-not-found' } });
  });

  it('loads the same data twice without a trace', async () => {
    const again = await catalogue().loadProcedures(systemContext(), { procedures: [aProcedure()] });
    expect(again).toMatchObject({
      ok: true,
      value: { created: [], replaced: [], unchanged: 1, differing: [] },
    });
  });

  /** A copy of the first version as number 2, written past the application. */
  function secondVersion(valid: string, from: string, amendedOn = '2026-11-22') {
    return sql`
      insert into catalogue.procedure_version (jurisdiction, version_id, code, number, valid, valid_from, amended_on,
        origin, name, sector, levels, service_level, routing, content, content_hash, published_at, search_more,
        search_terms)
      select jurisdiction, ${newUuidV7<'procedureVersion'>()}, code, 2, ${valid}::daterange, ${from}, ${amendedOn}, origin,
        name, sector, levels, service_level, routing, content, content_hash, published_at, search_more, search_terms
      from catalogue.procedure_version where code = ${code} and number = 1
    `;
  }
  const close = (on: string) =>
    sql`update catalogue.procedure_version set valid = daterange(valid_from, ${on}) where number = 1`;

  /** The same in one transaction that is judged at its end, and always undone. */
  async function together(db: Database, statements: readonly RawBuilder<unknown>[]): Promise<void> {
    await db.transaction().execute(async (tx) => {
      for (const statement of statements) await statement.execute(tx);
      await sql`set constraints all immediate`.execute(tx);
      throw new Error('all kept');
    });
  }

  describe.each(['application', 'owner'] as const)('for the %s', (who) => {
    const db = () => (who === 'owner' ? test.owner : test.db);

    it('holds one version a day at most', async () => {
      const overlapping = [secondVersion('[2026-12-01,)', '2026-12-01')];
      await expect(together(db(), overlapping)).rejects.toThrow(/one_version_in_force/);
    });

    it('holds one version a day at least until the procedure is ended by a decision', async () => {
      await expect(close('2026-12-01').execute(db())).rejects.toThrow(/no version follows/);
      const gap = [close('2026-12-01'), secondVersion('[2026-12-02,)', '2026-12-02')];
      await expect(together(db(), gap)).rejects.toThrow(/no version follows/);
      const adjacent = [close('2026-12-01'), secondVersion('[2026-12-01,)', '2026-12-01')];
      await expect(together(db(), adjacent)).rejects.toThrow('all kept');
      const withoutDecision = sql`
        update catalogue.procedure_version
        set valid = daterange(valid_from, '2026-12-01'), ended = 'abolished', ended_by = ${newUuidV7<'decision'>()}`;
      await expect(withoutDecision.execute(db())).rejects.toThrow(/foreign key/);
      const decisionId = newUuidV7<'decision'>();
      const another = [
        sql`
          insert into catalogue.decision
            (jurisdiction, decision_id, kind, number, decided_on, agency, version, recorded_at)
          values (1, ${decisionId}, 'province', '1/QĐ-UBND', '2026-11-22', 'UBND', 1, '2026-11-22')`,
        sql`
          update catalogue.procedure_version
          set valid = daterange(valid_from, '2026-12-01'), ended = 'abolished', ended_by = ${decisionId}`,
      ];
      await expect(together(db(), another)).rejects.toThrow(/the decision named does not end it/);
    });

    it.each([
      sql`update catalogue.procedure_version set name = 'khác'`,
      sql`update catalogue.procedure_version set content = '{}'`,
      sql`update catalogue.procedure_version set valid_from = '2024-01-01', valid = daterange('2024-01-01', null)`,
      sql`update catalogue.procedure_version set valid = daterange(valid_from, '2026-11-21')`,
      sql`update catalogue.procedure_version set valid = 'empty'`,
      sql`update catalogue.procedure_version set valid = daterange(valid_from, '2026-12-01'), amended_on = '2026-12-02'`,
      sql`update catalogue.procedure_version set amended_on = '2026-11-01'`,
    ])('changes no text and no day that is over', async (statement) => {
      await expect(statement.execute(db())).rejects.toThrow(/is published/);
    });

    it('publishes nothing later for days that are over', async () => {
      const behind = secondVersion('[2025-06-01,2025-07-01)', '2025-06-01');
      await expect(behind.execute(db())).rejects.toThrow(/days that are over/);
    });

    it('never deletes a version', async () => {
      await expect(sql`delete from catalogue.procedure_version`.execute(db())).rejects.toThrow(
        who === 'owner' ? /never deleted/ : /permission/,
      );
    });
  });
});
