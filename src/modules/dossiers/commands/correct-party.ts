import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { searchText } from '../../../kernel/search-text.ts';
import { many, type Tx } from '../../../platform/database.ts';
import type { DossierFacts } from '../../privacy/public.ts';
import { type Phase, walkInParty } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import { lockDossier } from '../store/dossier-row.ts';
import { partiesOf, secondFactsOf } from '../store/parties.ts';
import { addPartyChange, changeContext } from '../store/party-changes.ts';
import { record } from '../store/record.ts';
import { saveDossier } from '../store/save-dossier.ts';
import { noteAnswers } from './note-answers.ts';

/** What a dossier has behind it: its facts are history. */
const over: ReadonlySet<Phase> = new Set(['refused', 'stopped', 'returned']);

const shapes = walkInParty.pick({ name: true, birthDate: true, phone: true, email: true, address: true });
const columns = { name: 'name', birthDate: 'birth_date', phone: 'phone', email: 'email', address: 'address' };

type Correct = Parameters<DossierFacts['correct']>[3];

/** Puts facts about people in dossiers right; privacy has authorised and asks inside the transaction of its answer. */
export function createDossierFacts(deps: DossierDeps): DossierFacts {
  return {
    async lockForCorrection(tx, jurisdiction, dossierId) {
      const dossier = await lockDossier(tx, jurisdiction, dossierId);
      return (
        dossier && {
          sector: dossier.sector,
          isOpen: !over.has(dossier.phase),
          isDecided: dossier.phase === 'completed' || over.has(dossier.phase),
        }
      );
    },
    correct: (tx, ctx, dossierId, fact) => correctParty(deps, tx, ctx, dossierId, fact),
    note: (tx, ctx, dossierId, note) => noteAnswers(deps, tx, ctx, dossierId, note),
  };
}

/**
 * Changes one fact of a person wherever they stand in the dossier, and what was made of it: the name in lists and search, the
 * numbers that prove a right to follow it. What was declared and issued stays.
 */
async function correctParty(
  deps: DossierDeps,
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
  fact: Correct,
): Promise<Result<null>> {
  const { field, correctionId } = fact;
  const parsed = shapes.shape[field].safeParse(fact.value);
  if (!parsed.success || !parsed.data) {
    const type = `dossiers.correct-${field}`;
    return refuse('invalid', type, { fields: [{ pointer: '/value', type }] });
  }
  const value = parsed.data.normalize('NFC');
  const dossier = await lockDossier(tx, ctx.jurisdiction, dossierId);
  if (!dossier || ctx.actor.kind !== 'officer')
    throw new Error(`dossier ${dossierId} is corrected by nobody`);
  const rows = await partiesToCorrect(tx, ctx, dossierId, fact);
  if (rows.length === 0) {
    const type = 'dossiers.correct-nobody';
    return refuse('invalid', type, { fields: [{ pointer: '/role', type }] });
  }
  for (const { role, before } of rows) {
    await addPartyChange(tx, ctx, {
      ...{ changeId: deps.newId<'partyChange'>(), dossierId, role, field, correctionId },
      before: before === null ? null : deps.seal.seal(before, changeContext),
      by: ctx.actor.accountId,
    });
    await sql`
      update dossiers.party set ${sql.ref(columns[field])} = ${value}
      where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId} and role = ${role}`.execute(tx);
  }
  await followFacts(deps, tx, ctx, dossierId);
  const roles = rows.map(({ role }) => role);
  const lastSeq = await record(tx, ctx, deps, {
    ...{ command: 'dossiers.correct-fact', dossierId, lastSeq: dossier.last_seq },
    events: [{ type: 'dossiers.factCorrected', payload: { field, roles } }],
  });
  await saveDossier(tx, ctx.jurisdiction, dossier, {}, lastSeq);
  return ok(null);
}

/** Who was named, else whoever asked; and the same person in another role, told by their number. */
function partiesToCorrect(
  tx: Tx,
  ctx: CommandContext,
  dossierId: string,
  { field, role, personId }: Correct,
): Promise<readonly { readonly role: string; readonly before: string | null }[]> {
  const own = sql`jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId}`;
  const meant =
    role === undefined ? sql`(person_id = ${personId} or role = 'submitter')` : sql`role = ${role}`;
  return many(
    tx,
    sql<{ role: string; before: string | null }>`
      select role, ${sql.ref(columns[field])} as before from dossiers.party
      where ${own} and (${meant} or identity_index in (
        select identity_index from dossiers.party where ${own} and ${meant} and identity_index is not null))
      order by role`,
  );
}

/** What is told from the people of a dossier, told anew. */
async function followFacts(deps: DossierDeps, tx: Tx, ctx: CommandContext, dossierId: string): Promise<void> {
  const parties = await partiesOf(tx, deps.seal, ctx.jurisdiction, dossierId);
  const owner = parties.find(({ role }) => role === 'owner')?.name ?? '';
  const facts = secondFactsOf(deps.seal, parties);
  await sql`
    update dossiers.dossier
    set owner_name = ${owner}, search_text = ${searchText(owner)}, second_facts = ${[...facts]}::text[]
    where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId}`.execute(tx);
  await sql`
    update dossiers.task set owner_name = ${owner}
    where jurisdiction = ${ctx.jurisdiction} and dossier_id = ${dossierId}`.execute(tx);
}
