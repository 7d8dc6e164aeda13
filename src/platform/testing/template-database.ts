import { createHash } from 'node:crypto';
import pg from 'pg';
import { migrate, readMigrations } from '../migrate.ts';
import { urlOf } from './test-database-url.ts';

/**
 * Makes sure the server has a migrated template database for the present migrations and returns its name. Runs
 * that start together wait for the first to finish it.
 */
export async function ensureTemplateDatabase(serverUrl: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await readMigrations()) hash.update(`${file.name}\0${file.text}\0`);
  const name = `motcua_template_${hash.digest('hex').slice(0, 12)}`;
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('motcua_template'))`);
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [
      name,
    ]);
    if (rowCount === 0) {
      await client.query(`drop database if exists ${name}`);
      await client.query(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
      await migrate(urlOf(serverUrl, name));
      await client.query(`alter database ${name} is_template true`);
    }
  } finally {
    await client.end();
  }
  return name;
}
