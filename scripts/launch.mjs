#!/usr/bin/env node
// npm start, dev, demo:reset, test, test:shared. Plain JavaScript for any Node from 20 on: it brings the packages
// and the right Node, then hands over to TypeScript.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './launch/install.mjs';
import { isNewEnough, supportedNode } from './launch/node-binary.mjs';
import { superviseChild } from './launch/supervise.mjs';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const start = 'src/main/launcher/start.ts';
const entries = {
  start,
  dev: start,
  'demo:reset': 'src/main/launcher/demo-reset.ts',
  test: 'scripts/test/run.ts',
  'test:shared': 'scripts/test/run.ts',
};
/** `npm run dev` starts anew, web build included, whenever a source or a fact changes. */
const watch = ['--watch-path=src', '--watch-path=data', '--watch-preserve-output'];
const [command = 'start', ...rest] = process.argv.slice(2);

try {
  const entry = entries[command];
  if (!entry) throw new Error(`Không có lệnh "${command}". Có: ${Object.keys(entries).join(', ')}.`);
  process.chdir(checkout);
  await ensureInstalled(checkout);
  const ownNodeWillDo = isNewEnough(process.versions.node);
  const node = ownNodeWillDo ? process.execPath : supportedNode(checkout);
  if (command === 'dev') process.exitCode = await superviseChild(node, [...watch, join(checkout, entry)]);
  else if (!ownNodeWillDo)
    process.exitCode = await superviseChild(node, [join(checkout, entry), command, ...rest]);
  else {
    process.argv = [node, join(checkout, entry), command, ...rest];
    await import(pathToFileURL(join(checkout, entry)).href);
  }
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
