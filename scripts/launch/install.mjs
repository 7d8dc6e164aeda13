import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installAdvice } from './install-advice.mjs';

/** Installs the exact packages of package-lock.json unless they are there. Throws with advice when npm cannot. */
export async function ensureInstalled(checkout) {
  if (isInstalled(checkout)) return;
  console.log(
    'Đang cài các gói phần mềm (lần đầu mất một vài phút)… / Installing packages (a few minutes the first time)…',
  );
  const started = Date.now();
  const { code, output } = await runNpmInstall(checkout, started);
  if (code !== 0) throw new Error(installAdvice(output));
  console.log(`Đã cài xong sau ${seconds(started)} giây.`);
}

/**
 * Compares package-lock.json with the list that npm leaves in node_modules once it has finished: an interrupted
 * or outdated installation differs. Packages for other machines may be missing.
 */
export function isInstalled(checkout) {
  const [wanted, present] = ['package-lock.json', 'node_modules/.package-lock.json'].map((file) => {
    const path = join(checkout, file);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
  });
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found
      ? found.version === entry.version && found.integrity === entry.integrity
      : entry.optional === true;
  });
}

/**
 * `install --no-save` and not `ci`: npm leaves packages for other machines out of the lock when the registry it was made
 * with lacks them, and `ci` then refuses to install at all. Versions and checksums come from the lock all the same.
 */
function runNpmInstall(checkout, started) {
  const npm = process.env.npm_execpath;
  const args = ['install', '--no-save', '--include=dev', '--include=optional', '--loglevel=error'];
  const [command, all] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  return new Promise((done, fail) => {
    const child = spawn(command, all, {
      cwd: checkout,
      stdio: ['ignore', 'inherit', 'pipe'],
      shell: process.platform === 'win32',
    });
    const progress = setInterval(() => console.log(`  … đã ${seconds(started)} giây`), 15_000);
    const passOn = (signal) => child.kill(signal);
    process.once('SIGINT', passOn).once('SIGTERM', passOn);
    let output = '';
    child.stderr.on('data', (chunk) => {
      output += chunk;
      process.stderr.write(chunk);
    });
    const finish = () => {
      clearInterval(progress);
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
    };
    child.once('error', (error) => {
      finish();
      fail(new Error(`Không chạy được npm (${error.message}). Hãy cài Node kèm npm. / npm is missing.`));
    });
    child.once('close', (code) => {
      finish();
      done({ code: code ?? 1, output });
    });
  });
}

function seconds(started) {
  return Math.round((Date.now() - started) / 1000);
}
