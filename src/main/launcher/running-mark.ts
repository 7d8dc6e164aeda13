import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const mark = z.object({ pid: z.number().int(), startedAt: z.string(), url: z.string().optional() });

export type RunningMark = z.infer<typeof mark>;

/**
 * Marks the data folder as used by this process; two products on one folder would stop each other's database.
 * Throws when another living start holds it. A mark left by a killed start is taken over.
 */
export function takeDataFolder(home: string): { tellAddress(url: string): void; release(): void } {
  const other = findRunning(home);
  if (other) {
    const where = other.url ? ` tại ${other.url}` : '';
    throw new Error(
      `Một Cửa đang chạy${where} (tiến trình ${other.pid}) trên thư mục ${home}. ` +
        `Hãy dừng nó trước (kill ${other.pid}), hoặc đặt MOTCUA_DATA tới thư mục khác.`,
    );
  }
  mkdirSync(home, { recursive: true });
  const own = { pid: process.pid, startedAt: startOf(process.pid) };
  const write = (content: RunningMark) => writeFileSync(fileOf(home), JSON.stringify(content));
  write(own);
  return {
    tellAddress: (url) => write({ ...own, url }),
    release: () => rmSync(fileOf(home), { force: true }),
  };
}

/** The living start that holds the data folder, if any. */
export function findRunning(home: string): RunningMark | undefined {
  if (!existsSync(fileOf(home))) return undefined;
  const parsed = mark.safeParse(safeJson(readFileSync(fileOf(home), 'utf8')));
  if (!parsed.success || parsed.data.pid === process.pid) return undefined;
  const alive = isAlive(parsed.data.pid) && startOf(parsed.data.pid) === parsed.data.startedAt;
  return alive ? parsed.data : undefined;
}

function fileOf(home: string): string {
  return join(home, 'running.json');
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Ticks since boot at which the process began (Linux), so that a reused number is not taken for the same process. */
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
