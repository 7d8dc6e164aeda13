import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Config } from '@react-router/dev/config';

const buildDirectory = process.env.MOTCUA_WEB_BUILD ?? 'build';

export default {
  appDirectory: 'src/web',
  buildDirectory,
  ssr: true,
  routeDiscovery: { mode: 'initial' },
  buildEnd: () => compressAssets(join(buildDirectory, 'client')),
} satisfies Config;

/** Writes `.br` and `.gz` beside every text asset once, so that the server never compresses a request. */
async function compressAssets(folder: string): Promise<void> {
  const files = globSync('**/*.{css,js,svg,json}', { cwd: folder });
  for (const file of files) {
    const content = await readFile(join(folder, file));
    await writeFile(join(folder, `${file}.br`), await promisify(brotliCompress)(content));
    await writeFile(join(folder, `${file}.gz`), await promisify(gzip)(content));
  }
}
