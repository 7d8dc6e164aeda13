import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { one } from '../../../platform/database.ts';
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
    expect(await catalogue().getVersion(test.db, test.jurisdiction, id)).toEqual(found);
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

  it('refuses a second version in force on one day', async () => {
    await expect(
      sql`
        insert into catalogue.procedure_version (jurisdiction, version_id, code, number, valid, origin, name, sector,
          levels, service_level, routing, content, content_hash, published_at, search_more, search_terms)
        select jurisdiction, ${newUuidV7<'procedureVersion'>()}, code, 2, daterange('2026-05-01', null), origin, name,
          sector, levels, service_level, routing, content, content_hash, published_at, search_more, search_terms
        from catalogue.procedure_version where code = ${code}
      `.execute(test.db),
    ).rejects.toThrow(/one_version_in_force/);
  });

  it.each([
    sql`update catalogue.procedure_version set name = 'khác'`,
    sql`update catalogue.procedure_version set content = '{}'`,
    sql`update catalogue.procedure_version set valid = daterange('2024-01-01', null)`,
    sql`delete from catalogue.procedure_version`,
  ])('lets nobody change what is published', async (statement) => {
    await expect(statement.execute(test.owner)).rejects.toThrow(/is published/);
  });

  it('lets the application close a version but not delete or reopen one', async () => {
    await expect(sql`delete from catalogue.procedure_version`.execute(test.db)).rejects.toThrow(/permission/);
    await sql`update catalogue.procedure_version set valid = daterange('2025-07-01', '2026-12-01')`.execute(
      test.db,
    );
    await expect(
      sql`update catalogue.procedure_version set valid = daterange('2025-07-01', null)`.execute(test.db),
    ).rejects.toThrow(/is published/);
    const row = await one(
      test.db,
      sql<{ last: string }>`select upper(valid) as last from catalogue.procedure_version`,
    );
    expect(row.last).toBe('2026-12-01');
  });
});
