import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { one, runScript } from '../platform/database.ts';
import { type TestDatabase, useTestDatabase } from '../platform/testing/test-database.ts';
import { later, useSealedDays } from './testing/sealed-days.ts';

/*
 * Whoever owns the tables owns the functions too, and the path on which names are looked up: a changed row is named
 * although the database itself says that it is as it was.
 */
describe('a journal in a database that lies about it', () => {
  const test = useTestDatabase();
  useShadowedSchema(test);
  const { world } = useSealedDays(test);
  const findings = async () => (await world.product.modules.audit.queries.verify(later)).findings;

  const byOwner = (statements: string) =>
    runScript(
      test.owner,
      `set session_replication_role = replica; ${statements}; reset session_replication_role`,
    );
  const firstOf = (source: string) =>
    one(
      test.owner,
      sql<{ id: string; position: number }>`
        select row_id as id, position from platform.journal_entry where source = ${source} order by position limit 1`,
    );

  afterEach(async () => {
    for (const source of ['action', 'read'])
      await byOwner(`update platform.${source} r set actor_id = k.actor_id from public.kept_${source} k
        where k.${source}_id = r.${source}_id and r.actor_id is distinct from k.actor_id`);
    expect(await findings()).toEqual([]);
  });

  beforeAll(async () => {
    for (const source of ['action', 'read'])
      await byOwner(`create table public.kept_${source} as table platform.${source};
        grant select on public.kept_${source} to public`);
    await byOwner('grant usage on schema public to public');
  });

  it.each(['action', 'read'])('asks no function what a changed row of %s said before', async (source) => {
    const { id, position } = await firstOf(source);
    const { before } = await one(
      test.owner,
      sql<{ before: string }>`
        select pg_get_functiondef(${`platform.${source}_text(platform.${source})`}::regprocedure::oid) as before`,
    );
    const told = () =>
      one(
        test.owner,
        sql<{ same: boolean }>`
          select e.digest = platform.journal_digest(t.words) as same
          from platform.journal_entry e cross join lateral (
            select ${sql.raw(`(select platform.${source}_text(r) from platform.${source} r where r.${source}_id = '${id}')`)} as words
          ) t where e.position = ${position}`,
      );
    await byOwner(`
      create or replace function platform.kept_text(r platform.${source}) ${before.slice(before.indexOf('RETURNS'))};
      create or replace function platform.${source}_text(r platform.${source}) returns text language sql stable
      return (select platform.kept_text(row(k.*)::platform.${source}) from public.kept_${source} k
        where k.${source}_id = r.${source}_id);
      update platform.${source} set actor_id = 'somebody' where ${source}_id = '${id}'`);
    try {
      expect(await told()).toEqual({ same: true });
      expect(await findings()).toEqual([{ kind: 'row', source, rowId: id, position, fault: 'changed' }]);
    } finally {
      await runScript(test.owner, before);
    }
  });

  it('looks no function up in a schema that is searched before PostgreSQL’s own', async () => {
    const { id, position } = await firstOf('action');
    await byOwner(`
      update platform.action set actor_id = 'somebody' where action_id = '${id}';
      insert into shadow.lie select platform.journal_digest(platform.action_text(r)), e.digest
      from platform.action r join platform.journal_entry e on e.row_id = r.action_id
      where r.action_id = '${id}'`);
    const { lies } = await one(
      test.db,
      sql<{ lies: boolean }>`
        select sha256(convert_to(platform.action_text(r), 'UTF8')) = e.digest as lies
        from platform.action r join platform.journal_entry e on e.row_id = r.action_id where r.action_id = ${id}`,
    );
    expect(lies).toBe(true);
    expect(await findings()).toEqual([
      { kind: 'row', source: 'action', rowId: id, position, fault: 'changed' },
    ]);
  });
});

/** Before the first connection of the product: a schema of somebody's own is searched before PostgreSQL's. */
function useShadowedSchema(test: TestDatabase): void {
  beforeAll(async () => {
    await runScript(
      test.owner,
      `create schema shadow;
      grant usage on schema shadow to public;
      create table shadow.lie (digest bytea, said bytea);
      grant select on shadow.lie to public;
      create function shadow.sha256(bytea) returns bytea language sql stable return coalesce(
        (select said from shadow.lie where digest = pg_catalog.sha256($1)), pg_catalog.sha256($1));
      do $$ begin
        execute format('alter database %I set search_path to shadow, pg_catalog, public', current_database());
      end $$`,
    );
  });
}
