import type { Product } from './compose.ts';
import type { Running } from './serve.ts';

const sealEveryMs = 1000;
const stampEveryMs = 60_000;

/**
 * Seals the journal each second and has finished days stamped each minute, as long as the worker lives. A failure goes to
 * `onError` and is tried again at the next tick; one run never overtakes another.
 */
export function startSealing(
  { modules: { audit }, clock }: Pick<Product, 'modules' | 'clock'>,
  onError: (what: 'sealing' | 'stamping', error: unknown) => void,
): Running {
  const seal = everyWhile(
    sealEveryMs,
    () => audit.commands.seal(clock()),
    (error) => onError('sealing', error),
  );
  const stamp = everyWhile(
    stampEveryMs,
    () => audit.commands.stampHeads(clock()),
    (error) => onError('stamping', error),
  );
  return {
    stop: async () => {
      await seal.stop();
      await stamp.stop();
    },
  };
}

/** Runs the work now and again `ms` after each run has ended; stopping waits for a run under way. */
function everyWhile(ms: number, work: () => Promise<unknown>, onError: (error: unknown) => void): Running {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void>;
  let stopped = false;
  const run = async () => {
    await work().catch(onError);
    if (!stopped) timer = setTimeout(next, ms);
  };
  const next = () => {
    running = run();
  };
  running = run();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
