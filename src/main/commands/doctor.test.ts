import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedServer, startServer } from '../../platform/embedded/embedded-server.ts';
import { migrate } from '../../platform/migrate.ts';
import { sqlForDba } from './doctor.ts';
import { examineDatabase } from './examine-database.ts';

/** A server of its own: roles belong to the whole server. */
describe('the SQL that doctor prints', () => {
  let server: EmbeddedServer;
  let owner: string;
  let web: string;

  beforeAll(async () => {
    server = await startServer({ durable: false });
    owner = urlOf('motcua_owner', 'thay-mat-khau-1');
    web = urlOf('motcua_web', 'thay-mat-khau-2');
  });
  afterAll(() => server.stop());

  function urlOf(login: string, password: string): string {
    return `postgres://${login}:${password}@127.0.0.1:${server.port}/motcua`;
  }

  async function runAsDba(sql: string, database: string): Promise<void> {
    const client = new pg.Client(server.url.replace(/\/postgres$/, `/${database}`));
    await client.connect();
    for (const statement of sql.replaceAll(/^--.*$/gm, '').split(';'))
      if (statement.trim()) await client.query(statement);
    await client.end();
  }

  it('is enough for an owner without special rights to migrate and for each login to take its role', async () => {
    const [before = '', after = ''] = sqlForDba.split('\\connect motcua');
    await runAsDba(before, 'postgres');
    await runAsDba(after, 'motcua');

    expect((await examineDatabase('OWNER', owner, undefined)).map(({ ok }) => ok)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    await migrate(owner);
    const findings = [
      ...(await examineDatabase('OWNER', owner, undefined)),
      ...(await examineDatabase('WEB', web, 'motcua_app')),
      ...(await examineDatabase('WORKER', urlOf('motcua_worker', 'thay-mat-khau-3'), 'motcua_queue')),
    ];
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is asked for by name where something is missing', async () => {
    const [wrongRole] = (await examineDatabase('WEB', web, 'motcua_queue')).filter(({ ok }) => !ok);
    expect(wrongRole?.text).toContain('grant motcua_queue to motcua_web;');
    const [noRole] = (await examineDatabase('WEB', web, 'nobody')).filter(({ ok }) => !ok);
    expect(noRole?.text).toContain('create role nobody');
    const [closed] = await examineDatabase('WEB', urlOf('motcua_web', 'wrong'), 'motcua_app');
    expect(closed?.text).toMatch(/^WEB: không kết nối được/);
  });
});
