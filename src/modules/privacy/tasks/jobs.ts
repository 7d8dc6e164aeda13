import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Schedule, TaskHandler } from '../../../platform/worker.ts';
import { makeExportTask } from '../commands/ask-export.ts';
import { eraseExpired } from '../store/exports.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { makeExport } from './make-export.ts';

const eraseExportsTask = 'privacy.erase-exports';

/** What the worker does for privacy, and when by itself. */
export interface PrivacyJobs {
  readonly tasks: Readonly<Record<string, TaskHandler>>;
  readonly schedule: Schedule;
}

export function createPrivacyJobs(
  deps: PrivacyDeps & { readonly clock: () => Date; readonly jurisdiction: Jurisdiction },
): PrivacyJobs {
  return {
    tasks: {
      [makeExportTask]: (payload) => makeExport(deps, deps.clock(), payload),
      [eraseExportsTask]: async () => {
        await deps.db.transaction().execute((tx) => eraseExpired(tx, deps.jurisdiction, deps.clock()));
      },
    },
    // Every hour.
    schedule: { [eraseExportsTask]: '23 * * * *' },
  };
}
