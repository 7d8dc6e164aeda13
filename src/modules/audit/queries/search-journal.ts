import { z } from 'zod';
import type { QueryContext } from '../../../kernel/context.ts';
import { isUuid } from '../../../kernel/id.ts';
import type { Page } from '../../../kernel/page.ts';
import { addDays, dayStart } from '../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { cursorInstant, readCursor, writeCursor } from '../../../platform/cursor.ts';
import { recordRead } from '../../../platform/journal.ts';
import { type JournalFilter, type JournalRow, searchJournal } from '../../../platform/journal-search.ts';
import { parseInput } from '../../../platform/parse-input.ts';
import { can, type DelegationBrief, refuseUnproved } from '../../identity/public.ts';
import { type JournalLine, type JournalSearchInput, journalSearchInput } from '../contract.ts';
import type { AuditDeps } from '../store/audit-deps.ts';
import { actorLabels } from './actor-labels.ts';

const pageSize = 50;
const cursorShape = z.tuple([cursorInstant, z.uuid()]);

/** A page of the journal, newest first; looking is itself a row of it. Refuses `audit.not-allowed`, unknown logins and codes by field. */
export async function searchJournalPage(
  deps: AuditDeps,
  ctx: QueryContext,
  input: unknown,
  cursor: string | undefined,
): Promise<Result<Page<JournalLine>>> {
  const filter = await journalFilter(deps, ctx, input);
  if (!filter.ok) return filter;
  const after = readCursor(cursorShape, cursor);
  if (!after.ok) return after;
  const rows = await searchJournal(deps.db, ctx.jurisdiction, filter.value, after.value, pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  await recordRead(deps.db, ctx, deps.newId, {
    query: 'audit.search',
    subjectIds: shownSubjects(shown),
  });
  const label = await actorLabels(deps.db, deps.identity, shown);
  const powers = await deps.identity.delegations.describe(deps.db, shown.flatMap(delegationOf));
  return ok({
    items: shown.map((row) => ({ ...lineOf(row), actor: label(row), ...onBehalfOf(row, powers) })),
    ...(rows.length > pageSize && last && { next: writeCursor([last.sortKey, last.rowId]) }),
  });
}

/** The filter asked for, for those who may search. Days are whole days of Vietnam, both ends included. */
export async function journalFilter(
  deps: AuditDeps,
  ctx: QueryContext,
  input: unknown,
): Promise<Result<JournalFilter>> {
  if (!can(ctx.actor, 'audit.search')) return refuse('forbidden', 'audit.not-allowed');
  const unproved = refuseUnproved(ctx, 'audit.search');
  if (unproved) return unproved;
  const asked = parseInput(journalSearchInput, input);
  if (!asked.ok) return asked;
  const actorId = await actorOf(deps, asked.value);
  if (!actorId.ok) return actorId;
  const subjectId = await subjectOf(deps, ctx, asked.value);
  if (!subjectId.ok) return subjectId;
  const { source, name, from, to } = asked.value;
  return ok({
    source,
    name,
    actorId: actorId.value,
    ...(subjectId.value && { subjectIds: [subjectId.value] }),
    ...(from && { from: dayStart(from) }),
    ...(to && { to: dayStart(addDays(to, 1)) }),
  });
}

async function actorOf(deps: AuditDeps, { login }: JournalSearchInput): Promise<Result<string | undefined>> {
  if (login === undefined) return ok(undefined);
  const account = await deps.identity.accountOfLogin(deps.db, login);
  return account ? ok(account) : refuse('invalid', 'input.invalid', { fields: [unknownField('/login')] });
}

async function subjectOf(
  deps: AuditDeps,
  ctx: QueryContext,
  { subject }: JournalSearchInput,
): Promise<Result<string | undefined>> {
  if (subject === undefined || isUuid(subject)) return ok(subject);
  const found = await deps.subjects.findByCode(ctx, subject);
  return found ? ok(found) : refuse('invalid', 'input.invalid', { fields: [unknownField('/subject')] });
}

function unknownField(pointer: '/login' | '/subject') {
  return pointer === '/login'
    ? { pointer, type: 'audit.login-unknown' }
    : { pointer, type: 'audit.subject-unknown' };
}

/** The rows, and whom they tell of: who did it and what it was about. These read on their own page that somebody saw it. */
export function shownSubjects(rows: readonly JournalRow[]): readonly string[] {
  const actors = rows.flatMap(({ actorId }) => (actorId !== null && isUuid(actorId) ? [actorId] : []));
  return [
    ...new Set([...rows.map(({ rowId }) => rowId), ...actors, ...rows.flatMap((row) => row.subjectIds)]),
  ];
}

/** The delegation an action was done under. */
function delegationOf({ facts }: JournalRow): string[] {
  return typeof facts.delegationId === 'string' ? [facts.delegationId] : [];
}

function onBehalfOf(
  row: JournalRow,
  powers: ReadonlyMap<string, DelegationBrief>,
): Pick<JournalLine, 'onBehalf'> {
  const [brief] = delegationOf(row).flatMap((id) => powers.get(id) ?? []);
  if (!brief) return {};
  const { kind, principal, decisionNumber, lastOn } = brief;
  return { onBehalf: { kind, principal, decisionNumber, lastOn } };
}

function lineOf(row: JournalRow): Omit<JournalLine, 'actor' | 'onBehalf'> {
  return {
    rowId: row.rowId,
    source: row.source,
    at: row.recordedAt.toISOString(),
    name: row.name,
    subjectIds: row.subjectIds,
    ...(row.originIp !== null && { originIp: row.originIp }),
  };
}
