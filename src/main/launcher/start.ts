import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../platform/config.ts';
import { dataHome } from '../../platform/embedded/data-home.ts';
import { migrate } from '../../platform/migrate.ts';
import { compose } from '../compose.ts';
import { demoPassword } from '../demo-password.ts';
import { loadWhenChanged } from '../load-when-changed.ts';
import { seedReferenceData } from '../seed.ts';
import { demoAccounts, seedDemo } from '../seed-demo.ts';
import { serve } from '../serve.ts';
import { work } from '../work.ts';
import { choosePort } from './choose-port.ts';
import { productEnvironment } from './product-environment.ts';
import { step } from './progress.ts';
import { takeDataFolder } from './running-mark.ts';
import { createShutdown, onStopRequest } from './shutdown.ts';
import { buildWeb } from './web-build.ts';
import { welcome } from './welcome.ts';

const shutdown = createShutdown();
const abort = new AbortController();

onStopRequest(async () => {
  abort.abort();
  console.log('\nĐang dừng Một Cửa…');
  for (const { message } of await shutdown.run()) console.error(message);
  console.log('Đã dừng.');
});

try {
  await start();
} catch (error) {
  if (!abort.signal.aborted) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    await shutdown.run();
    process.exit(1);
  }
}

/** `npm start`: the whole demo in this process, with the embedded database unless `DATABASE_URL` names one. */
async function start(): Promise<void> {
  if (process.env.MOTCUA_MODE === 'production')
    throw new Error(
      'npm start là bản trình diễn; ở chế độ production hãy chạy: npx motcua migrate && npx motcua all',
    );
  const home = dataHome();
  const mark = takeDataFolder(home);
  await shutdown.add('dấu thư mục dữ liệu', async () => mark.release());
  console.log('Một Cửa đang khởi động…');
  const building = step('Dựng giao diện web', () => buildWeb(abort.signal));
  building.catch(() => undefined);

  const { env, release } = await step('Mở cơ sở dữ liệu', () => productEnvironment(process.env, 'own'));
  await shutdown.add('cơ sở dữ liệu', () => release());
  const config = readConfig({ ...env, MOTCUA_PORT: String(await choosePort(env.MOTCUA_PORT)) });
  await step('Cập nhật cấu trúc dữ liệu', () => migrate(config.migrationUrl));
  const product = await compose(config);
  await shutdown.add('sản phẩm', () => product.close());
  await step('Nạp dữ liệu tham chiếu', () =>
    loadWhenChanged(product, 'reference', () => seedReferenceData(product)),
  );
  await step('Nạp người dùng trình diễn', () =>
    loadWhenChanged(product, 'demo', () => seedDemo(product, demoPassword)),
  );

  const log = openLog(join(home, 'motcua.log'));
  await building;
  const server = await serve(product, { logStream: log });
  await shutdown.add('máy chủ web', () => server.stop());
  // After the server: the first thing it may have to do is ask the demo's own timestamp authority.
  const worker = await work(product, {
    log: (level, message, facts) => log.write(`${JSON.stringify({ level, msg: message, ...facts })}\n`),
  });
  await shutdown.add('trình xử lý việc nền', () => worker.stop());
  mark.tellAddress(config.baseUrl.href);
  console.log(welcome(config.baseUrl, await demoAccounts(), log.path.toString()));
}

function openLog(file: string) {
  const tooLong = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 20_000_000;
  return createWriteStream(file, { flags: tooLong ? 'w' : 'a' });
}
