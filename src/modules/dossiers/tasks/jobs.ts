import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Schedule, TaskHandler } from '../../../platform/worker.ts';
import { continueHandOverTask } from '../commands/hand-over.ts';
import type { DossierDeps } from '../store/deps.ts';
import { renderLetterTask } from '../store/letters.ts';
import { checkPerformers, checkPerformersTask } from './check-performers.ts';
import { continueHandOver } from './continue-hand-over.ts';
import { followSplits, followSplitsTask } from './follow-splits.ts';
import { recountClocks, recountClocksTask } from './recount-clocks.ts';
import { renderLetter } from './render-letter.ts';
import { sweepTimers, sweepTimersTask } from './sweep-timers.ts';

/** What the worker does for dossiers, and when by itself. */
export interface Jobs {
  readonly tasks: Readonly<Record<string, TaskHandler>>;
  readonly schedule: Schedule;
}

export function createJobs(
  deps: DossierDeps & { readonly clock: () => Date; readonly jurisdiction: Jurisdiction },
): Jobs {
  return {
    tasks: {
      [renderLetterTask]: (payload) => renderLetter(deps, deps.clock(), payload),
      [checkPerformersTask]: async () => {
        await checkPerformers(deps, deps.jurisdiction, deps.clock());
      },
      [recountClocksTask]: async () => {
        await recountClocks(deps, deps.jurisdiction, deps.clock());
      },
      [followSplitsTask]: async () => {
        await followSplits(deps, deps.jurisdiction, deps.clock());
      },
      [sweepTimersTask]: async () => {
        await sweepTimers(deps, deps.jurisdiction, deps.clock());
      },
      [continueHandOverTask]: (payload) => continueHandOver(deps, deps.clock(), payload),
    },
    // 02:37 and 03:07 in Vietnam; timers every minute, open work of split units every five.
    schedule: {
      [checkPerformersTask]: '37 19 * * *',
      [recountClocksTask]: '7 20 * * *',
      [sweepTimersTask]: '* * * * *',
      [followSplitsTask]: '*/5 * * * *',
    },
  };
}
