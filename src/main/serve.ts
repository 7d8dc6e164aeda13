import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkout } from '../platform/embedded/data-home.ts';
import type { Product } from './compose.ts';
import { createServer } from './server.ts';
import { startWarnings } from './start-warnings.ts';
import { loadWebBuild } from './web-build.ts';

export interface Running {
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** Where log lines go; standard output when left out. */
  readonly logStream?: { write(line: string): void };
}

/** Listens with pages and API. `stop` lets requests under way finish. Throws with the fix when the port is taken. */
export async function serve(product: Product, options: ServeOptions = {}): Promise<Running> {
  const { config } = product;
  const server = await createServer({
    config: { ...config, version: productVersion(), ...options },
    app: {
      ...product,
      resolveSession: product.modules.identity.resolveSession,
      portal: portalInfo,
    },
    web: await loadWebBuild(join(checkout, 'build')),
  });
  try {
    await server.listen({ host: config.host, port: config.port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new Error(
        `Cổng ${config.port} đang có chương trình khác dùng; đặt MOTCUA_PORT là một cổng trống.`,
      );
    throw error;
  }
  for (const warning of startWarnings(config)) server.log.warn(warning);
  const refreshing = setInterval(() => {
    product.refresh().catch((error: unknown) => server.log.error({ err: error }, 'refresh failed'));
  }, 30_000);
  return {
    stop: async () => {
      clearInterval(refreshing);
      await server.close();
    },
  };
}

/** Whose portal this is: the province of the shipped reference data. */
const portalInfo = {
  provinceName: 'Tây Ninh',
  agencyName: 'Trung tâm Phục vụ hành chính công tỉnh Tây Ninh',
  address: 'phường Long An, tỉnh Tây Ninh',
  phone: '1900 0000',
  email: 'hotro@motcua.example',
};

/** Version of this build, from package.json. */
export function productVersion(): string {
  const file = readFileSync(join(checkout, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}
