import { describe, expect, it } from 'vitest';
import { fixtures } from './fixture.ts';
import { checkSqlOwnership } from './sql-ownership.ts';

const fixture = fixtures();
const tag = 'sql';

describe('SQL ownership', () => {
  it.each<[string, string, string]>([
    [
      'another schema in a template',
      `${tag}\`select id from identity.unit where id = \${id}\``,
      'identity.unit',
    ],
    ['another schema after a value', `${tag}\`select \${x} from identity.unit\``, 'identity.unit'],
    ['another schema in the builder', `db.selectFrom('identity.unit as u')`, 'identity.unit'],
    [
      'another schema in a raw query',
      `client.query('delete from catalogue.procedure')`,
      'catalogue.procedure',
    ],
    ['a table of the platform', `${tag}\`select event_id from platform.event\``, 'platform.event'],
    ['the queue', `${tag}\`select graphile_worker.add_job('x')\``, 'graphile_worker.add_job'],
    ['now()', `${tag}\`update process.calendar set at = now()\``, 'clock'],
    ['current_date', `${tag}\`select 1 where current_date > \${day}\``, 'clock'],
    ['select *', `${tag}\`select * from process.calendar\``, 'name the columns'],
    ['returning *', `${tag}\`delete from process.calendar returning *\``, 'name the columns'],
  ])('catches %s in a module', (_, code, complaint) => {
    const root = fixture({ 'src/modules/process/store/read.ts': `const a = 1;\nexport default ${code};` });
    expect(checkSqlOwnership(root)).toEqual([
      expect.stringMatching(new RegExp(`^sql: src/modules/process/store/read.ts:2 .*${complaint}`)),
    ]);
  });

  it.each<[string, string, string]>([
    ['another schema', 'create table process.x (unit uuid references identity.unit (id));', 'identity.unit'],
    ['now()', 'create table process.x (\n  at timestamptz default now());', 'clock'],
    ['current_timestamp', 'create view process.v as select current_timestamp as at;', 'clock'],
  ])('catches %s in a migration', (_, sql, complaint) => {
    const root = fixture({ 'db/migrations/202611220500_process_x.sql': sql });
    expect(checkSqlOwnership(root)).toEqual([expect.stringContaining(complaint)]);
  });

  it('catches a migration that belongs to nobody, and SQL outside the modules that names a schema', () => {
    const root = fixture({
      'db/migrations/202611220500_nobody_x.sql': '',
      'db/migrations/0001.sql': '',
      'src/web/home.tsx': `export default ${tag}\`select id from dossiers.dossier\`;`,
      'src/main/seed.ts': `export default ${tag}\`select id from identity.unit\`;`,
    });
    expect(checkSqlOwnership(root)).toHaveLength(4);
  });

  it('leaves a module its own schema, the platform functions, and tests the journal', () => {
    const root = fixture({
      'db/migrations/202611220500_process_x.sql':
        "-- not identity.unit, not now()\ncreate table process.x (jurisdiction smallint, n text);\nselect platform.wall('process.x');\nselect platform.grant_app('process');",
      'src/modules/process/store/read.ts': `export default ${tag}\`select count(*), c.id from process.calendar c where platform.search_text(c.name) = \${x}\`;\nexport const type = 'dossiers.submitted';`,
      'src/modules/process/store/read.db.test.ts': `export default ${tag}\`select type from platform.event where recorded_at < now()\`;`,
      'src/main/seed.db.test.ts': `export default ${tag}\`select id from identity.unit\`;`,
      'src/platform/journal.ts': `export default ${tag}\`insert into platform.event (type) values (\${t})\`;`,
    });
    expect(checkSqlOwnership(root)).toEqual([]);
  });
});
