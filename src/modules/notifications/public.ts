/** The only door of notifications. */
import type { CommandContext, QueryContext } from '../../kernel/context.ts';
import type { Page } from '../../kernel/page.ts';
import type { Result } from '../../kernel/result.ts';
import type { MessageView } from './contract.ts';

export * from './contract.ts';
export { createNotifications, tellSubmitterTask } from './module.ts';

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
