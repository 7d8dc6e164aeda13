import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second of /proc (USER_HZ), 100 on every Linux. */
const ticks = 100;

/** Milliseconds of processor time a process has used so far (Linux). */
export function processorTime(pid: number): number {
  return (statOf(pid)?.ticks ?? 0) * (1000 / ticks);
}

/** The same for a database server: its postmaster, its backends, and those that have ended. */
export function processorTimeOfServer(postmaster: number): number {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const backends = pids.filter((pid) => statOf(pid)?.parent === postmaster);
  const ended = (statOf(postmaster)?.ticksOfEnded ?? 0) * (1000 / ticks);
  return [postmaster, ...backends].reduce((sum, pid) => sum + processorTime(pid), ended);
}

interface Stat {
  readonly parent: number;
  readonly ticks: number;
  /** Of children that have ended and were waited for. */
  readonly ticksOfEnded: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const sum = (at: number) => Number(fields[at]) + Number(fields[at + 1]);
    return { parent: Number(fields[1]), ticks: sum(11), ticksOfEnded: sum(13) };
  } catch {
    return undefined;
  }
}
