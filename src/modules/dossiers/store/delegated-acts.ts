import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import type { DossierDeps } from './deps.ts';

/** Puts one act on the list of what was done under a delegation: its principal reads it. */
export async function keepDelegatedAct(
  tx: Tx,
  ctx: CommandContext,
  deps: Pick<DossierDeps, 'newId'>,
  act: {
    readonly delegationId: Id<'delegation'>;
    readonly dossierId: string;
    readonly command: string;
    /** Who acted: the officer, or who signed on paper. */
    readonly by: Id<'person'>;
    readonly events: readonly { readonly payload: Readonly<Record<string, unknown>> }[];
  },
): Promise<void> {
  const stepName = act.events[0]?.payload.stepName;
  await sql`
    insert into dossiers.delegated_act (jurisdiction, delegation_id, act_id, dossier_id, command, step_name, person_id, acted_at)
    values (${ctx.jurisdiction}, ${act.delegationId}, ${deps.newId<'delegatedAct'>()}, ${act.dossierId}, ${act.command},
      ${typeof stepName === 'string' ? stepName : null},
      ${act.by}, ${ctx.now})`.execute(tx);
}
