import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

export interface ToolRun {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of node_modules under this Node; never rejects for a non-zero exit. */
export function runTool(
  root: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ToolRun> {
  return new Promise((done, fail) => {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../node_modules', program), ...args],
      {
        cwd: root,
        env: { ...process.env, NO_COLOR: '1', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** A check that is a tool's own verdict: its output is the problem. */
export async function verdict(root: string, program: string, args: readonly string[]): Promise<Problem[]> {
  const { code, output } = await runTool(root, program, args);
  return code === 0 ? [] : [output.trim() || `${program} ended with ${code} and said nothing`];
}
