import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Schedule, TaskHandler } from '../../../platform/worker.ts';
import { makeExportTask } from '../commands/ask-export.ts';
import { eraseListTask } from '../commands/settle-erasure.ts';
import { eraseExpired } from '../store/exports.ts';
import type { PrivacyDeps } from '../store/privacy-deps.ts';
import { eraseList } from './erase-list.ts';
import { findDue, findDueTask } from './find-due.ts';
import { forgetTask, forgetUntouched } from './forget-untouched.ts';
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
      [forgetTask]: () => forgetUntouched(deps, deps.jurisdiction, deps.clock()),
      [findDueTask]: () => findDue(deps, deps.jurisdiction, deps.clock()),
      [eraseListTask]: (payload) => eraseList(deps, deps.clock(), payload),
    },
    // Every hour; 01:37 and 01:47 in Vietnam.
    schedule: { [eraseExportsTask]: '23 * * * *', [forgetTask]: '37 18 * * *', [findDueTask]: '47 18 * * *' },
  };
}
