import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Page } from '../../kernel/page.ts';
import type { Result } from '../../kernel/result.ts';
import type { TaskHandler } from '../../platform/worker.ts';
import { markInboxRead } from './commands/mark-inbox-read.ts';
import type { MessageView } from './contract.ts';
import { type TellDeps, tellSubmitter } from './listeners/tell-submitter.ts';
import { inbox, unreadCount } from './queries/inbox.ts';

export interface Notifications {
  readonly commands: {
    /** Marks everything in the caller's inbox as read. */
    markInboxRead(ctx: CommandContext): Promise<Result<null>>;
  };
  readonly queries: {
    /** The caller's messages, newest first. */
    inbox(ctx: QueryContext, cursor?: string): Promise<Result<Page<MessageView>>>;
    /** Unread messages of the caller, counted up to 99. */
    unreadCount(ctx: QueryContext): Promise<number>;
  };
}

/** Job that dossiers enqueue for every event. */
export const tellSubmitterTask = 'notifications.tell-submitter';

/** Builds notifications: its inbox, and the listener the worker runs. */
export function createNotifications(deps: TellDeps): Notifications & {
  readonly tasks: Readonly<Record<string, TaskHandler>>;
} {
  return {
    commands: { markInboxRead: (ctx) => markInboxRead(deps, ctx) },
    queries: {
      inbox: (ctx, cursor) => inbox(deps.db, ctx, cursor),
      unreadCount: (ctx) => unreadCount(deps.db, ctx),
    },
    tasks: { [tellSubmitterTask]: (payload) => tellSubmitter(deps, payload) },
  };
}
