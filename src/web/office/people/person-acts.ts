import type { CommandContext } from '../../../kernel/context.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Identity } from '../../../modules/identity/public.ts';
import type { Typed } from '../typed.ts';
import { postIn, titleIn } from './post-fields.tsx';

type Commands = Identity['people']['commands'];

/** What the forms of a person's page ask for, by their intent; undefined for one that is none of ours. */
export function personAct(
  commands: Commands,
  ctx: CommandContext,
  accountId: string,
  typed: Typed,
): Promise<Result<unknown>> | undefined {
  const { intent, postId, lastOn, reason = '', sessionId } = typed;
  switch (intent) {
    case 'change':
      return commands.changePerson(ctx, {
        accountId,
        name: typed.name ?? '',
        phone: typed.phone,
        email: typed.email,
      });
    case 'close':
      return commands.closeAccount(ctx, { accountId, reason });
    case 'reopen':
      return commands.reopenAccount(ctx, { accountId });
    case 'give':
      return commands.givePost(ctx, { accountId, ...postIn(typed) });
    case 'change-post':
      return commands.changePost(ctx, { accountId, postId, lastOn, reason, ...titleIn(typed) });
    case 'end-post':
      return commands.endPost(ctx, { accountId, postId, lastOn: lastOn ?? '', reason });
    case 'transfer':
      return commands.transfer(ctx, { accountId, postId, reason, ...postIn(typed) });
    case 'end-sessions':
      return commands.endSessionsOf(ctx, { accountId, sessionId, reason });
    case 'lift':
      return commands.liftSlowdown(ctx, { accountId });
    case 'unlink-province':
      return commands.unlinkProvinceOf(ctx, { accountId, reason });
    case 'ask-reset':
      return commands.askFactorReset(ctx, { accountId, reason });
    default:
      return undefined;
  }
}
