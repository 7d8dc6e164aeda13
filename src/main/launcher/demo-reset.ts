import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { dataHome } from '../../platform/embedded/data-home.ts';
import { productEnvironment } from './product-environment.ts';
import { takeDataFolder } from './running-mark.ts';

/** What the demo has put into a database; nothing else there is touched. */
const schemas = [
  ...['platform', 'graphile_worker', 'identity', 'documents', 'forms', 'process', 'catalogue', 'payments'],
  ...['dossiers', 'notifications'],
];

try {
  await reset(process.argv.includes('--yes'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** `npm run demo:reset`: forgets dossiers, people and files of the demo; the next start begins anew. */
async function reset(confirmed: boolean): Promise<void> {
  if (process.env.MOTCUA_MODE === 'production')
    throw new Error('Chế độ production không nhận lệnh xóa dữ liệu.');
  if (process.env.DATABASE_URL && !confirmed)
    throw new Error(
      'DATABASE_URL chỉ một máy chủ của bạn: mọi dữ liệu của Một Cửa ở đó sẽ mất. ' +
        'Nếu đúng ý, chạy: npm run demo:reset -- --yes',
    );
  const home = dataHome();
  const mark = takeDataFolder(home);
  try {
    const { env, release } = await productEnvironment(process.env, 'own');
    try {
      await dropSchemas(env.DATABASE_MIGRATION_URL ?? env.DATABASE_URL ?? '');
    } finally {
      await release();
    }
    rmSync(join(home, 'files'), { recursive: true, force: true });
  } finally {
    mark.release();
  }
  console.log('Đã xóa dữ liệu trình diễn. Lần "npm start" tới bắt đầu lại từ đầu.');
}

async function dropSchemas(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const schema of schemas) await client.query(`drop schema if exists ${schema} cascade`);
  } finally {
    await client.end();
  }
}
