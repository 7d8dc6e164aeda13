import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { Verdict } from '../contract.ts';

/** What another unit was asked, as stored. */
export interface OpinionRow {
  readonly opinion_id: Id<'opinion'>;
  readonly kind: 'asked' | 'coordination';
  readonly for_task_id: Id<'task'>;
  readonly step_key: string;
  readonly unit_id: Id<'unit'>;
  /** Null where the unit works outside this system. */
  readonly task_id: Id<'task'> | null;
  readonly question: string;
  readonly mandatory: boolean;
  readonly waits: boolean;
  readonly silence_consents: boolean;
  readonly due_at: Date;
  readonly asked_at: Date;
  readonly closed_at: Date | null;
  readonly closed_as: 'answered' | 'silence' | 'withdrawn' | null;
  readonly verdict: Verdict | null;
  readonly answer: string | null;
  readonly document: string | null;
}

/** All of a dossier, in the order they were asked. */
export function opinionsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly OpinionRow[]> {
  return many(
    connection,
    sql<OpinionRow>`
      select opinion_id, kind, for_task_id, step_key, unit_id, task_id, question, mandatory, waits, silence_consents,
        due_at, asked_at, closed_at, closed_as, verdict, answer, document
      from dossiers.opinion
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by asked_at, opinion_id
    `,
  );
}

export type NewOpinion = Omit<
  OpinionRow,
  'asked_at' | 'closed_at' | 'closed_as' | 'verdict' | 'answer' | 'document'
>;

export async function insertOpinion(
  tx: Tx,
  ctx: CommandContext,
  dossierId: Id<'dossier'>,
  asked: NewOpinion,
): Promise<void> {
  const by = 'accountId' in ctx.actor ? ctx.actor.accountId : null;
  await sql`
    insert into dossiers.opinion (jurisdiction, dossier_id, opinion_id, kind, for_task_id, step_key, unit_id, task_id,
      question, mandatory, waits, silence_consents, due_at, asked_at, asked_by)
    values (${ctx.jurisdiction}, ${dossierId}, ${asked.opinion_id}, ${asked.kind}, ${asked.for_task_id},
      ${asked.step_key}, ${asked.unit_id}, ${asked.task_id}, ${asked.question}, ${asked.mandatory}, ${asked.waits},
      ${asked.silence_consents}, ${asked.due_at}, ${ctx.now}, ${by})
  `.execute(tx);
}

export type OpinionClosing =
  | { readonly as: 'silence' | 'withdrawn' }
  | {
      readonly as: 'answered';
      readonly verdict: Verdict;
      readonly answer: string;
      readonly document?: string | undefined;
    };

export async function closeOpinion(
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
  opinionId: Id<'opinion'>,
  closing: OpinionClosing,
): Promise<void> {
  const by = 'accountId' in ctx.actor ? ctx.actor.accountId : null;
  const said = closing.as === 'answered' ? closing : undefined;
  await sql`
    update dossiers.opinion
    set closed_at = ${ctx.now}, closed_by = ${by}, closed_as = ${closing.as}, verdict = ${said?.verdict ?? null},
      answer = ${said?.answer ?? null}, document = ${said?.document ?? null}
    where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId} and opinion_id = ${opinionId}
      and closed_at is null
  `.execute(tx);
}
