import type { Problem } from './problem.ts';
import { runTool, verdict } from './tool.ts';

const biome = '@biomejs/biome/bin/biome';

/** Every file is written as the formatter would write it. */
export function checkFormat(root: string): Promise<Problem[]> {
  return verdict(root, biome, ['format', '.']);
}

/** The linter finds nothing, warnings included. */
export function checkLint(root: string): Promise<Problem[]> {
  return verdict(root, biome, ['check', '--formatter-enabled=false', '--error-on-warnings', '.']);
}

/** The route table can be read; writes the types of its routes. */
export function checkRoutes(root: string): Promise<Problem[]> {
  return verdict(root, '@react-router/dev/bin.cjs', ['typegen']);
}

/** The types hold; run `checkRoutes` first. */
export function checkTypes(root: string): Promise<Problem[]> {
  return verdict(root, 'typescript/bin/tsc', ['--noEmit', '-p', '.']);
}

/** No file, export or dependency without a user. */
export function checkUnused(root: string): Promise<Problem[]> {
  return verdict(root, 'knip/bin/knip.js', ['--no-progress', '--no-config-hints']);
}

/** Nothing that looks like a password, key or token, in any file that git would keep. */
export async function checkSecrets(root: string): Promise<Problem[]> {
  const { code, output } = await runTool(root, 'secretlint/bin/secretlint.js', [
    ...['--secretlintrc', '.secretlintrc.json', '--secretlintignore', '.gitignore', '--maskSecrets'],
    ...['**/*', '.*', '.*/**/*'],
  ]);
  return code === 0 ? [] : [output.trim()];
}
