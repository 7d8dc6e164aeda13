import { spawn } from 'node:child_process';

/**
 * Runs a Node program in our place and resolves with its exit code. Signals pass through; the channel between
 * the two lets the program stop by itself when we are killed outright.
 */
export function superviseChild(node, args) {
  return new Promise((done, fail) => {
    const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.once('error', fail);
    child.once('exit', (code, signal) => done(code ?? (signal ? 1 : 0)));
  });
}
