import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { layers, moduleShape, modules } from '../../architecture.mjs';
import type { Problem } from './problem.ts';
import { sourceFiles } from './source-files.ts';

/** Longest file of source code; most are far shorter. */
const mostLines = 300;

const vagueNames = /(^|[/-])(utils?|helpers?|managers?|base|common|misc|index)\.tsx?$/;

/**
 * Holds the tree of src/ against the table: only known layers and modules, in a module only the known names, its
 * door and its page present; files short, and no names that say nothing.
 */
export function checkModuleShape(root: string): Problem[] {
  return [
    ...unknownFolders(root, 'src', layers, 'is not a layer of architecture.mjs'),
    ...unknownFolders(
      root,
      'src/modules',
      modules.map(({ name }) => name),
      'is not in the table of architecture.mjs',
    ),
    ...existingModules(root).flatMap((name) => moduleProblems(root, name)),
    ...sourceFiles(root, 'src/**/*.{ts,tsx}').flatMap(({ path, text }) => fileProblems(path, text)),
  ];
}

function entriesOf(root: string, folder: string): string[] {
  return existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
}

function unknownFolders(
  root: string,
  folder: string,
  known: readonly string[],
  complaint: string,
): Problem[] {
  return entriesOf(root, folder)
    .filter((name) => !known.includes(name))
    .map((name) => `shape: ${folder}/${name} ${complaint}`);
}

function existingModules(root: string): string[] {
  const present = entriesOf(root, 'src/modules');
  return modules.map(({ name }) => name).filter((name) => present.includes(name));
}

function moduleProblems(root: string, name: string): Problem[] {
  const folder = `src/modules/${name}`;
  const missing = ['README.md', 'public.ts'].filter((file) => !existsSync(join(root, folder, file)));
  return [
    ...unknownFolders(
      root,
      folder,
      [...moduleShape, ...moduleShape.flatMap(testsOf)],
      'is not a part of a module',
    ),
    ...missing.map((file) => `shape: ${folder} has no ${file}`),
  ];
}

/** Tests stand beside the file: `module.db.test.ts`. */
function testsOf(file: string): string[] {
  const name = /^(.+)\.ts$/.exec(file)?.[1];
  return name ? [`${name}.test.ts`, `${name}.db.test.ts`, `${name}.shared.test.ts`] : [];
}

function fileProblems(path: string, text: string): Problem[] {
  const problems: Problem[] = [];
  const lines = text.split('\n').length - 1;
  if (lines > mostLines) problems.push(`shape: ${path} has ${lines} lines; split it (at most ${mostLines})`);
  if (vagueNames.test(path)) problems.push(`shape: ${path} has a name that says nothing`);
  return problems;
}
