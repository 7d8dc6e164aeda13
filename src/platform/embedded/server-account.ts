import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The system account PostgreSQL runs as: undefined means "the account we already are". */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it the account `postgres`, made when missing.
 * Throws when the account can neither be found nor made.
 */
export function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return findAccount() ?? makeAccount();
}

function findAccount(): ServerAccount | undefined {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function makeAccount(): ServerAccount {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    // Told below: what matters is whether the account exists now.
  }
  const account = findAccount();
  if (account) return account;
  throw new Error(
    'PostgreSQL không chạy được bằng quyền root và không tạo được tài khoản "postgres". ' +
      'Hãy chạy bằng tài khoản thường, hoặc tạo tài khoản đó: useradd --system postgres',
  );
}

/** True when the account can enter every folder on the way to `path` (which need not exist yet). */
export function canReach(path: string, account: ServerAccount | undefined): boolean {
  if (!account) return true;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat?.isDirectory() && !mayEnter(stat, account)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayEnter(stat: { mode: number; uid: number; gid: number }, account: ServerAccount): boolean {
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}
