import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../platform/embedded/data-home.ts';

/** Everything the browser's and the renderer's code is made of. */
const inputs = [
  'src/{web,texts,kernel}/**/*',
  'src/modules/*/{public,contract}.ts',
  'src/modules/*/core/**/*.ts',
  'src/platform/http/**/*.ts',
  'public/**/*',
  'vite.config.ts',
  'react-router.config.ts',
  'package-lock.json',
  'tsconfig.json',
];

/** Hash over names and contents of the inputs; the same inputs need no second build. */
export function inputsHash(root = checkout): string {
  const hash = createHash('sha256');
  const files = globSync(inputs, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** True when build/ was made from the present inputs. */
export function isBuilt(root = checkout): boolean {
  const stamp = join(root, 'build/inputs.sha256');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === inputsHash(root);
}

/**
 * Builds the web unless it is up to date. Built beside and renamed: a killed build leaves nothing that looks
 * finished. Throws with the bundler's last words, or when `signal` calls it off.
 */
export async function buildWeb(signal?: AbortSignal, root = checkout): Promise<'built' | 'fresh'> {
  if (isBuilt(root)) return 'fresh';
  for (const leftover of globSync('build.{half,old}-*', { cwd: root }))
    rmSync(join(root, leftover), { recursive: true, force: true });
  const hash = inputsHash(root);
  const half = join(root, `build.half-${process.pid}`);
  await runBundler(root, half, signal);
  writeFileSync(join(half, 'inputs.sha256'), hash);
  const old = join(root, `build.old-${process.pid}`);
  if (existsSync(join(root, 'build'))) renameSync(join(root, 'build'), old);
  renameSync(half, join(root, 'build'));
  rmSync(old, { recursive: true, force: true });
  return 'built';
}

function runBundler(root: string, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const program = join(root, 'node_modules/@react-router/dev/bin.cjs');
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, 'build'], {
      cwd: root,
      env: { ...process.env, MOTCUA_WEB_BUILD: folder, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0) return done();
      rmSync(folder, { recursive: true, force: true });
      fail(
        new Error(`Không dựng được giao diện web (mã ${code}):\n${output.split('\n').slice(-25).join('\n')}`),
      );
    });
  });
}
