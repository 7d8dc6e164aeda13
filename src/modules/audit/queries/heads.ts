import type { Jurisdiction } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import { parsePlainDate } from '../../../kernel/plain-date.ts';
import type { Database } from '../../../platform/database.ts';
import { headsBefore } from '../../../platform/journal-seal.ts';
import type { HeadView } from '../contract.ts';

const pageSize = 60;

/** Seals of days, newest first, for everybody: who keeps a copy can prove later that the journal was not rewritten. */
export async function publishedHeads(
  db: Database,
  jurisdiction: Jurisdiction,
  before: string | undefined,
): Promise<Page<HeadView>> {
  const day = before === undefined ? undefined : parsePlainDate(before);
  const heads = await headsBefore(db, jurisdiction, day, pageSize + 1);
  const shown = heads.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    items: shown.map(({ block: _, ...head }) => ({ ...head, stampedAt: head.stampedAt.toISOString() })),
    ...(heads.length > pageSize && last && { next: last.day }),
  };
}
