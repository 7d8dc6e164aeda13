import type { TaskHandler } from '../../platform/worker.ts';
import { markInboxRead } from './commands/mark-inbox-read.ts';
import { type TellDeps, tellSubmitter } from './listeners/tell-submitter.ts';
import type { Notifications } from './public.ts';
import { inbox, unreadCount } from './queries/inbox.ts';

/** Job that dossiers enqueue for every event. */
export const tellSubmitterTask = 'notifications.tell-submitter';

/** Builds notifications: its inbox, and the listener the worker runs. */
export function createNotifications(deps: TellDeps): Notifications & {
  readonly tasks: Readonly<Record<string, TaskHandler>>;
} {
  return {
    commands: { markInboxRead: (ctx) => markInboxRead(deps.db, ctx) },
    queries: {
      inbox: (ctx, cursor) => inbox(deps.db, ctx, cursor),
      unreadCount: (ctx) => unreadCount(deps.db, ctx),
    },
    tasks: { [tellSubmitterTask]: (payload) => tellSubmitter(deps, payload) },
  };
}
