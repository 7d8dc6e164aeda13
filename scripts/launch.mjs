#!/usr/bin/env node
// npm start, dev, demo:reset, test, test:shared. Plain JavaScript for any Node from 20 on: it brings the packages
// and the right Node, then hands over to TypeScript.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './launch/install.mjs';
import { isNewEnough, supportedNode } from './launch/node-binary.mjs';
import { superviseChild } from './launch/supervise.mjs';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const entries = {
  start: 'src/main/launcher/start.ts',
  dev: 'src/main/launcher/dev.ts',
  'demo:reset': 'src/main/launcher/demo-reset.ts',
  test: 'scripts/test/run.ts',
  'test:shared': 'scripts/test/run.ts',
};
const [command = 'start', ...rest] = process.argv.slice(2);

try {
  const entry = entries[command];
  if (!entry) throw new Error(`Không có lệnh "${command}". Có: ${Object.keys(entries).join(', ')}.`);
  process.chdir(checkout);
  await ensureInstalled(checkout);
  if (isNewEnough(process.versions.node)) {
    process.argv = [process.execPath, join(checkout, entry), command, ...rest];
    await import(pathToFileURL(join(checkout, entry)).href);
  } else {
    process.exitCode = await superviseChild(supportedNode(checkout), [
      join(checkout, entry),
      command,
      ...rest,
    ]);
  }
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
