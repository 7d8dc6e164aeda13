import type { Page } from '../../../kernel/page.ts';
import { type PlainDate, parsePlainDate, plainDateOf } from '../../../kernel/plain-date.ts';
import { daysWithoutHead, type Head, headOn, headsBefore } from '../../../platform/journal-seal.ts';
import type { HeadView } from '../contract.ts';
import { headText } from '../core/head-text.ts';
import type { AuditDeps } from '../store/audit-deps.ts';

const pageSize = 60;

type HeadDeps = Pick<AuditDeps, 'db' | 'jurisdiction' | 'authorities'>;

/** Seals of days, newest first, for everybody: who keeps a copy can prove later that the journal was not rewritten. */
export async function publishedHeads(deps: HeadDeps, before: string | undefined): Promise<Page<HeadView>> {
  const day = before === undefined ? undefined : parsePlainDate(before);
  const heads = await headsBefore(deps.db, deps.jurisdiction, day, pageSize + 1);
  const shown = heads.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    items: shown.map((head) => viewOf(deps, head)),
    ...(heads.length > pageSize && last && { next: last.day }),
  };
}

/** The seal of one day; undefined while there is none. */
export async function publishedHead(deps: HeadDeps, day: PlainDate): Promise<HeadView | undefined> {
  const head = await headOn(deps.db, deps.jurisdiction, day);
  return head && viewOf(deps, head);
}

/** Days that have ended and have no seal yet, oldest first. */
export async function waitingDays({ db, jurisdiction }: HeadDeps, now: Date): Promise<readonly PlainDate[]> {
  const days = await daysWithoutHead(db, jurisdiction, plainDateOf(now));
  return days.map(({ day }) => day);
}

function viewOf({ jurisdiction, authorities }: HeadDeps, { block: _, ...head }: Head): HeadView {
  return {
    ...head,
    text: headText({ jurisdiction, ...head }),
    stampKind: authorities.find(({ name }) => name === head.authority)?.kind ?? 'key',
    stampedAt: head.stampedAt.toISOString(),
  };
}
