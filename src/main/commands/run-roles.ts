import { readConfig } from '../../platform/config.ts';
import { compose, type Product } from '../compose.ts';
import { productEnvironment } from '../launcher/product-environment.ts';
import { createShutdown, onStopRequest } from '../launcher/shutdown.ts';
import { type Running, serve } from '../serve.ts';
import { work } from '../work.ts';
import type { CliCommand } from './cli-command.ts';

export const runServer = roleCommand('serve', 'phục vụ trang web và API', [startServer]);
export const runWorker = roleCommand('work', 'xử lý việc nền', [startWorker]);
/** The server first: the worker may at once have to ask the demo's own timestamp authority there. */
export const runAll = roleCommand('all', 'cả hai trong một tiến trình', [startServer, startWorker]);

type StartRole = (product: Product) => Promise<Running>;

/** A role runs until it is asked to stop, then finishes what is under way. Logs are JSON lines on standard output. */
function roleCommand(name: string, summary: string, roles: readonly StartRole[]): CliCommand {
  return {
    name,
    usage: name,
    summary,
    run: async () => {
      const shutdown = createShutdown();
      const stopped = Promise.withResolvers<number>();
      onStopRequest(async () => {
        const failures = await shutdown.run();
        for (const { message } of failures) console.error(message);
        stopped.resolve(failures.length === 0 ? 0 : 1);
      });
      try {
        await startRoles(roles, shutdown.add);
      } catch (error) {
        await shutdown.run();
        throw error;
      }
      return stopped.promise;
    },
  };
}

async function startRoles(
  roles: readonly StartRole[],
  add: ReturnType<typeof createShutdown>['add'],
): Promise<void> {
  const { env, release } = await productEnvironment(process.env, 'share');
  await add('cơ sở dữ liệu', () => release('smart'));
  const product = await compose(readConfig(env));
  await add('sản phẩm', () => product.close());
  for (const start of roles) {
    const running = await start(product);
    await add('tiến trình', () => running.stop());
  }
}

function startServer(product: Product): Promise<Running> {
  return serve(product);
}

function startWorker(product: Product): Promise<Running> {
  const log = (level: string, msg: string, facts: object) =>
    process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), msg, ...facts })}\n`);
  return work(product, { log });
}
