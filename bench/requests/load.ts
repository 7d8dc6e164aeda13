import autocannon, { type Request } from 'autocannon';

export type { Request };

/** What one run measured. Latencies in milliseconds. */
export interface Figures {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  /** Answers with another status than the expected one, and connections that broke. */
  readonly failures: number;
}

export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly expectedStatus: number;
  /** The next request to send; undefined when the prepared ones are used up, which ends the run early. */
  readonly next: () => Request | undefined;
}

/** Sends requests over so many connections, each waiting for its answer, until the time is over. */
export async function measureLoad(load: Load): Promise<Figures> {
  const taken: number[] = [];
  let failures = 0;
  const started = performance.now();
  let lastAnswer = started;
  const run = autocannon({
    url: load.url,
    connections: load.connections,
    duration: load.seconds,
    requests: [{ setupRequest: (request) => load.next() ?? stop(request) }],
  });
  let usedUp = false;
  function stop(request: Request): Request {
    if (!usedUp) setImmediate(() => run.stop());
    usedUp = true;
    return { ...request, method: 'GET', path: '/healthz' };
  }
  run.on('response', (_client, status, _bytes, milliseconds) => {
    if (usedUp) return;
    lastAnswer = performance.now();
    if (status === load.expectedStatus) taken.push(milliseconds);
    else failures += 1;
  });
  run.on('reqError', () => {
    failures += 1;
  });
  await run;
  taken.sort((one, other) => one - other);
  const at = (share: number) => taken[Math.floor(taken.length * share)] ?? Number.NaN;
  return {
    requests: taken.length,
    perSecond: taken.length / ((lastAnswer - started) / 1000),
    p50: at(0.5),
    p95: at(0.95),
    failures,
  };
}
