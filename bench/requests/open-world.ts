import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { compose, type Product } from '../../src/main/compose.ts';
import { productEnvironment } from '../../src/main/launcher/product-environment.ts';
import { buildWeb } from '../../src/main/launcher/web-build.ts';
import { seedReferenceData } from '../../src/main/seed.ts';
import { seedDemo } from '../../src/main/seed-demo.ts';
import { type Environment, readConfig } from '../../src/platform/config.ts';
import { createDatabase, type Database } from '../../src/platform/database.ts';
import { type EmbeddedServer, startServer } from '../../src/platform/embedded/embedded-server.ts';
import { freePort } from '../../src/platform/embedded/free-port.ts';
import { migrate } from '../../src/platform/migrate.ts';

export const password = 'demo-password-of-the-bench';

/** A product on a durable server of its own, seeded, with the web built; nothing is served yet. */
export interface World {
  /** What every role of the product is started with. */
  readonly env: Environment & { readonly MOTCUA_PORT: string; readonly DATABASE_URL: string };
  readonly server: EmbeddedServer;
  /** The product composed in this process, for preparing data. */
  readonly product: Product;
  readonly owner: Database;
  close(): Promise<void>;
}

/** A Monday morning in office hours, so that a run at night counts the same. */
const morning = '2026-11-23T08:30:00+07:00';

export async function openWorld(): Promise<World> {
  const home = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
  // The server's own account walks through it to its folder.
  await chmod(home, 0o711);
  const server = await startServer({ dataFolder: join(home, 'postgresql'), durable: true });
  const port = await freePort();
  const { env: completed } = await productEnvironment(
    {
      MOTCUA_DATA: home,
      DATABASE_URL: await newDatabase(server.url),
      MOTCUA_PORT: String(port),
      MOTCUA_CLOCK: morning,
      // Each request comes from an address of its own behind one proxy, so that no rate limit is met or lifted.
      MOTCUA_TRUST_PROXY: '1',
    },
    'share',
  );
  const config = readConfig(completed);
  const env = { ...completed, MOTCUA_PORT: String(port), DATABASE_URL: config.databaseUrl };
  await migrate(config.migrationUrl);
  await buildWeb();
  const product = await compose(config);
  await seedReferenceData(product);
  await seedDemo(product, password);
  const owner = createDatabase({ url: config.databaseUrl, maxConnections: 2 });
  return {
    env,
    server,
    product,
    owner,
    close: async () => {
      await owner.destroy();
      await product.close();
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function newDatabase(serverUrl: string): Promise<string> {
  const url = new URL(serverUrl);
  url.pathname = '/motcua';
  const admin = createDatabase({ url: serverUrl, maxConnections: 1 });
  await sql`create database motcua`.execute(admin);
  await admin.destroy();
  return url.href;
}
