import type { Actor } from '../../../kernel/actor.ts';
import { type Id, isUuid } from '../../../kernel/id.ts';
import { type PlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import type { Connection } from '../../../platform/database.ts';
import type { Identity } from '../../identity/public.ts';
import type { ActorLabel } from '../contract.ts';

interface Acted {
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly recordedAt: Date;
}

/** How each row's actor is named: officers by the post held on the day of the row, which is what they acted under. */
export async function actorLabels(
  db: Connection,
  identity: Pick<Identity, 'describeAccounts' | 'units'>,
  rows: readonly Acted[],
): Promise<(row: Acted) => ActorLabel> {
  const byDay = Map.groupBy(rows, (row) => plainDateOf(row.recordedAt));
  const described = new Map<PlainDate, Awaited<ReturnType<Identity['describeAccounts']>>>();
  for (const [day, acted] of byDay) {
    const accounts = acted.flatMap(({ actorId }) => (actorId !== null && isUuid(actorId) ? [actorId] : []));
    described.set(day, await identity.describeAccounts(db, [...new Set(accounts)] as Id<'account'>[], day));
  }
  return ({ actorKind, actorId, recordedAt }) => {
    const day = plainDateOf(recordedAt);
    const person = described.get(day)?.get(actorId as Id<'account'>);
    const post = person?.posts[0];
    const unit = post && (identity.units.unitOn(post.unitId, day) ?? identity.units.latest(post.unitId));
    return {
      kind: actorKind,
      name: person?.name ?? (actorKind === 'system' ? (actorId ?? '') : ''),
      ...(actorKind === 'officer' && post && { title: post.title }),
      ...(actorKind === 'officer' && unit && { unit: unit.name }),
    };
  };
}
