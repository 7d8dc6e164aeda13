#!/usr/bin/env node
// npx motcua …: hands over to src/main/cli.ts under a Node that strips types. The packages must be installed.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isNewEnough, supportedNode } from './launch/node-binary.mjs';
import { superviseChild } from './launch/supervise.mjs';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(checkout, 'src/main/cli.ts');

try {
  if (!existsSync(join(checkout, 'node_modules/.package-lock.json')))
    throw new Error('Chưa cài các gói phần mềm: chạy "npm start" một lần, hoặc "npm install --no-save".');
  if (isNewEnough(process.versions.node)) await import(pathToFileURL(cli).href);
  else process.exitCode = await superviseChild(supportedNode(checkout), [cli, ...process.argv.slice(2)]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
