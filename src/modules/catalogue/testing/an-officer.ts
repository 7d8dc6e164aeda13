import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import { systemContext } from './a-context.ts';

/** An officer of the procedure-control office, by the last digit of the account, at noon of the day; they have just proved who they are. */
export function controlContext(who = 1, on = '2026-11-26'): CommandContext {
  const asked = systemContext(on);
  const id = `00000000-0000-7000-8000-00000000000${who}`;
  return {
    ...asked,
    actor: {
      kind: 'officer',
      accountId: id as Id<'account'>,
      personId: id as Id<'person'>,
      provedAt: asked.now,
      posts: [
        {
          postId: id as Id<'post'>,
          unitId: id as Id<'unit'>,
          role: 'procedureControl',
          unitScope: [id as Id<'unit'>],
        },
      ],
      grants: [],
    },
  };
}
