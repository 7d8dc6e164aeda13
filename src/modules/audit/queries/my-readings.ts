import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/page.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { ownAccounts } from '../../identity/public.ts';
import type { OwnReading } from '../contract.ts';
import type { AuditDeps } from '../store/audit-deps.ts';
import { actorLabels } from './actor-labels.ts';
import { readingsAbout } from './readings-about.ts';

const pageSize = 50;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);

/**
 * Who else read anything kept of the citizen who asks, newest first; also of dossiers taken in at a counter or handed in by somebody
 * else, which name them by number and name. With an organisation's account: of the organisation's dossiers.
 */
export async function myReadings(
  deps: AuditDeps,
  ctx: QueryContext,
  cursor: string | undefined,
): Promise<Result<Page<OwnReading>>> {
  const { actor, jurisdiction } = ctx;
  if (actor.kind !== 'citizen') return refuse('unauthenticated', 'dossiers.sign-in-first');
  const after = readCursor(cursorShape, cursor);
  if (!after.ok) return after;
  const isPerson = actor.organisationId === undefined;
  const profile = isPerson ? await deps.identity.citizenProfile(deps.db, actor.personId) : undefined;
  const person = {
    jurisdiction,
    personId: actor.personId,
    accountIds: ownAccounts(actor),
    ...(profile && { name: profile.name }),
    ...(profile?.identityNumber !== undefined && { identityNumber: profile.identityNumber }),
  };
  const found = await readingsAbout(deps, person, after.value, pageSize + 1);
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1)?.row;
  const label = await actorLabels(
    deps.db,
    deps.identity,
    shown.map(({ row }) => row),
  );
  return ok({
    items: shown.map(({ row, dossiers }) => ({
      at: row.recordedAt.toISOString(),
      query: row.name,
      reader: label(row),
      own: false,
      about: dossiers.map(({ dossierId, code, procedureName, isOwn }) => ({
        code,
        procedureName,
        ...(isOwn && { dossierId }),
      })),
    })),
    ...(found.length > pageSize && last && { next: writeCursor([last.sortKey, last.rowId]) }),
  });
}
