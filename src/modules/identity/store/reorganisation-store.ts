import { sql } from 'kysely';
import { z } from 'zod';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import { emptyPlan, type ReorganisationPlan, reorganisationPlan } from '../core/reorganisation/plan.ts';

/** What carrying out wrote and ended: what undoing it before its day takes back. */
export const applied = z.object({
  units: z.array(z.string()),
  cut: z.array(z.object({ unitId: z.string(), from: z.string(), wasEdited: z.boolean() })),
  endedPosts: z.array(z.object({ postId: z.string(), validTo: z.string().nullable() })),
  begunPosts: z.array(z.string()),
});
export type Applied = z.infer<typeof applied>;

export interface ReorganisationHead {
  readonly title: string;
  readonly decisionNumber: string | null;
  readonly decidedOn: PlainDate | null;
  readonly effectiveOn: PlainDate | null;
  readonly note: string | null;
}

export interface StoredReorganisation extends ReorganisationHead {
  readonly id: Id<'reorganisation'>;
  readonly state: 'draft' | 'carriedOut' | 'discarded';
  readonly version: number;
  readonly plan: ReorganisationPlan;
  readonly applied: Applied | null;
  readonly savedAt: Date;
  readonly savedBy: Id<'account'>;
  readonly carriedOutAt: Date | null;
  readonly carriedOutBy: Id<'account'> | null;
  readonly undoneAt: Date | null;
}

type Row = Omit<StoredReorganisation, 'plan' | 'applied'> & {
  readonly plan: unknown;
  readonly applied: unknown;
};

const columns =
  sql.raw(`reorganisation_id as id, title, decision_number as "decisionNumber", decided_on as "decidedOn",
  effective_on as "effectiveOn", note, state, version, plan, applied, saved_at as "savedAt", saved_by as "savedBy",
  carried_out_at as "carriedOutAt", carried_out_by as "carriedOutBy", undone_at as "undoneAt"`);

/** One reorganisation; undefined when there is none of that id. */
export async function findReorganisation(
  db: Connection,
  jurisdiction: Jurisdiction,
  id: string,
): Promise<StoredReorganisation | undefined> {
  const row = await maybeOne(
    db,
    sql<Row>`select ${columns} from identity.reorganisation
      where jurisdiction = ${jurisdiction} and reorganisation_id = ${id}`,
  );
  return row && stored(row);
}

/** The same, locked until the transaction ends. */
export async function lockReorganisation(
  tx: Tx,
  jurisdiction: Jurisdiction,
  id: string,
): Promise<StoredReorganisation | undefined> {
  const row = await maybeOne(
    tx,
    sql<Row>`select ${columns} from identity.reorganisation
      where jurisdiction = ${jurisdiction} and reorganisation_id = ${id} for update`,
  );
  return row && stored(row);
}

/** The newest reorganisations, drafts and carried out ones, that were not discarded. */
export async function recentReorganisations(
  db: Connection,
  jurisdiction: Jurisdiction,
  before: { readonly savedAt: string; readonly id: string } | undefined,
  limit: number,
): Promise<readonly (StoredReorganisation & { readonly savedText: string })[]> {
  const rows = await many(
    db,
    sql<Row & { savedText: string }>`
      select ${columns}, saved_at::text as "savedText" from identity.reorganisation
      where jurisdiction = ${jurisdiction} and state <> 'discarded'
        and (${before?.savedAt ?? null}::timestamptz is null
          or (saved_at, reorganisation_id) < (${before?.savedAt ?? null}::timestamptz, ${before?.id ?? null}::uuid))
      order by saved_at desc, reorganisation_id desc limit ${limit}`,
  );
  return rows.map((row) => ({ ...stored(row), savedText: row.savedText }));
}

/** Begins an empty draft. */
export async function insertReorganisation(
  tx: Tx,
  ctx: CommandContext,
  by: Id<'account'>,
  id: Id<'reorganisation'>,
  head: ReorganisationHead,
): Promise<void> {
  await sql`
    insert into identity.reorganisation (jurisdiction, reorganisation_id, title, decision_number, decided_on, effective_on,
      note, state, version, plan, created_at, created_by, saved_at, saved_by)
    values (${ctx.jurisdiction}, ${id}, ${head.title}, ${head.decisionNumber}, ${head.decidedOn}, ${head.effectiveOn},
      ${head.note}, 'draft', 1, ${JSON.stringify(emptyPlan)}::jsonb, ${ctx.now}, ${by}, ${ctx.now}, ${by})`.execute(
    tx,
  );
}

/** Writes a draft under its next version. */
export async function saveReorganisation(
  tx: Tx,
  ctx: CommandContext,
  by: Id<'account'>,
  { id }: Pick<StoredReorganisation, 'id'>,
  { plan, ...head }: ReorganisationHead & Pick<StoredReorganisation, 'plan'>,
): Promise<void> {
  await sql`
    update identity.reorganisation
    set title = ${head.title}, decision_number = ${head.decisionNumber}, decided_on = ${head.decidedOn},
      effective_on = ${head.effectiveOn}, note = ${head.note}, plan = ${JSON.stringify(plan)}::jsonb,
      version = version + 1, saved_at = ${ctx.now}, saved_by = ${by}
    where jurisdiction = ${ctx.jurisdiction} and reorganisation_id = ${id}`.execute(tx);
}

/** Moves it on: carried out with what that wrote, back to a draft, or thrown away. */
export async function moveReorganisation(
  tx: Tx,
  ctx: CommandContext,
  by: Id<'account'>,
  { id }: Pick<StoredReorganisation, 'id'>,
  to: { readonly state: 'carriedOut'; readonly applied: Applied } | { readonly state: 'draft' | 'discarded' },
): Promise<void> {
  const done = to.state === 'carriedOut';
  const undone = to.state === 'draft';
  await sql`
    update identity.reorganisation
    set state = ${to.state}, applied = ${done ? JSON.stringify(to.applied) : null}::jsonb, version = version + 1,
      saved_at = ${ctx.now}, saved_by = ${by},
      carried_out_at = case when ${done} then ${ctx.now}::timestamptz end,
      carried_out_by = case when ${done} then ${by}::uuid end,
      undone_at = case when ${undone} then ${ctx.now}::timestamptz else undone_at end,
      undone_by = case when ${undone} then ${by}::uuid else undone_by end
    where jurisdiction = ${ctx.jurisdiction} and reorganisation_id = ${id}`.execute(tx);
}

function stored(row: Row): StoredReorganisation {
  return {
    ...row,
    plan: reorganisationPlan.parse(row.plan),
    applied: row.applied === null ? null : applied.parse(row.applied),
  };
}
