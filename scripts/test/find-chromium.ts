import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { checkout } from '../../src/platform/embedded/data-home.ts';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Path of a Chromium for the browser tests: `CHROMIUM_PATH`, an installed one, else Debian's package when we are
 * root, else Playwright's own download. Throws with what to do when none can be had.
 */
export function findChromium(say: (line: string) => void): string {
  const installed = installedChromium();
  if (installed) return installed;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0) {
    say('installing Debian’s chromium');
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium']);
  }
  if (!installedChromium()) {
    say('downloading Playwright’s chromium');
    run(process.execPath, [join(checkout, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium']);
  }
  const found = installedChromium();
  if (found) return found;
  throw new Error('Không có Chromium: hãy cài gói chromium của hệ điều hành, hoặc đặt CHROMIUM_PATH.');
}

function installedChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  return [...(given ? [given] : []), ...usualPlaces, chromium.executablePath()].find(
    (path) => existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0,
  );
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
