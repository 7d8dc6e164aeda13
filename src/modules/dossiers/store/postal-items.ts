import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, type Tx } from '../../../platform/database.ts';
import type { PostOffer } from '../../catalogue/public.ts';
import type { PostalAddress, PostalItemView } from '../contract.ts';

/** Something that is to travel by post, or has come. */
export interface NewPostalItem {
  readonly direction: 'in' | 'out';
  readonly unitId: Id<'unit'>;
  readonly to: PostalAddress | undefined;
  readonly source: string | undefined;
  /** Came under this number, at the counter, with this officer. */
  readonly came?: { readonly trackingNumber: string; readonly takenBy: Id<'account'> };
}

/** The items of a choice that was checked. */
export function postalItems(
  offer: PostOffer | undefined,
  unitId: Id<'unit'>,
  wanted: {
    readonly papers: boolean;
    readonly returnTo: PostalAddress | undefined;
    readonly came?: NewPostalItem['came'];
  },
): readonly NewPostalItem[] {
  const base = { unitId, source: offer?.source };
  const { papers, returnTo, came } = wanted;
  return [
    ...(papers ? [{ ...base, direction: 'in' as const, to: undefined, ...(came && { came }) }] : []),
    ...(returnTo ? [{ ...base, direction: 'out' as const, to: returnTo }] : []),
  ];
}

export interface PostalItemRow {
  readonly direction: 'in' | 'out';
  readonly unit_id: Id<'unit'>;
  readonly recipient: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly source: string | null;
  readonly tracking_number: string | null;
  readonly moved_at: Date | null;
}

/** What travels by post for a dossier: papers first. */
export function postalItemsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  dossierId: string,
): Promise<readonly PostalItemRow[]> {
  return many(
    connection,
    sql<PostalItemRow>`
      select direction, unit_id, recipient, phone, address, source, tracking_number, moved_at
      from dossiers.postal_item
      where jurisdiction = ${jurisdiction} and dossier_id = ${dossierId}
      order by direction
    `,
  );
}

/** The same for screens; what is not known is left out. */
export function postalItemView(row: Omit<PostalItemRow, 'unit_id'>): PostalItemView {
  return { direction: row.direction, ...postalFacts(row) };
}

/** What is known of an item beside its direction. */
export function postalFacts(
  row: Omit<PostalItemRow, 'unit_id' | 'direction'>,
): Omit<PostalItemView, 'direction'> {
  return {
    ...(row.recipient !== null && { recipient: row.recipient }),
    ...(row.phone !== null && { phone: row.phone }),
    ...(row.address !== null && { address: row.address }),
    ...(row.source !== null && { source: row.source }),
    ...(row.tracking_number !== null && { trackingNumber: row.tracking_number }),
    ...(row.moved_at !== null && { movedAt: row.moved_at.toISOString() }),
  };
}

/** Writes that it came, or was given to the post. The dossier is locked; false when nothing is awaited. */
export async function movePostalItem(
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
  direction: 'in' | 'out',
  moved: { readonly trackingNumber: string; readonly listId?: Id<'postalList'> | undefined },
): Promise<boolean> {
  const { actor } = ctx;
  if (actor.kind !== 'officer') throw new Error('only an officer gives to the post and takes from it');
  const rows = await many(
    tx,
    sql<{ direction: string }>`
      update dossiers.postal_item
      set tracking_number = ${moved.trackingNumber}, moved_at = ${ctx.now}, moved_by = ${actor.accountId},
        list_id = ${moved.listId ?? null}::uuid
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId} and direction = ${direction}
        and moved_at is null
      returning direction
    `,
  );
  return rows.length > 0;
}

/** What has not come or left yet is from now on the business of this counter. */
export async function awaitPostAt(
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
  unitId: Id<'unit'>,
): Promise<void> {
  await sql`
    update dossiers.postal_item set unit_id = ${unitId}
    where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId} and moved_at is null
  `.execute(tx);
}
