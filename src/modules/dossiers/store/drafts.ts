import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/context.ts';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, many, maybeOne, one, type Tx } from '../../../platform/database.ts';
import type { Contact, DraftChoices } from '../contract.ts';
import type { StoredRepresented } from './represented.ts';

/** A draft as stored; identity numbers inside `answers` are sealed. */
export interface DraftRow {
  readonly draft_id: Id<'draft'>;
  readonly account_id: Id<'account'>;
  readonly person_id: Id<'person'>;
  readonly procedure_version_id: Id<'procedureVersion'>;
  readonly procedure_code: string;
  readonly procedure_name: string;
  readonly form_version_id: Id<'formVersion'>;
  readonly case_key: string;
  readonly case_answers: Readonly<Record<string, string>>;
  readonly competent_unit_id: Id<'unit'>;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly contact: Contact;
  readonly choices: DraftChoices;
  readonly represented: StoredRepresented | null;
  readonly consent_id: string | null;
  readonly version: number;
  readonly saved_at: Date;
  readonly dossier_id: Id<'dossier'> | null;
}

export interface DraftFileRow {
  readonly file_id: Id<'file'>;
  readonly component_key: string;
}

const columns =
  sql.raw(`draft_id, account_id, person_id, procedure_version_id, procedure_code, procedure_name,
  form_version_id, case_key, case_answers, competent_unit_id, answers, contact, choices, represented, consent_id, version, saved_at,
  dossier_id`);

/** The draft, if it is one of these accounts'. */
export function findDraft(
  connection: Connection,
  jurisdiction: Jurisdiction,
  accountIds: readonly Id<'account'>[],
  draftId: string,
): Promise<DraftRow | undefined> {
  return maybeOne(
    connection,
    sql<DraftRow>`
      select ${columns} from dossiers.draft
      where jurisdiction = ${jurisdiction} and draft_id = ${draftId} and account_id = any(${[...accountIds]}::uuid[])
    `,
  );
}

/** The same, locked until the transaction ends. */
export function lockDraft(
  tx: Tx,
  jurisdiction: Jurisdiction,
  accountIds: readonly Id<'account'>[],
  draftId: string,
): Promise<DraftRow | undefined> {
  return maybeOne(
    tx,
    sql<DraftRow>`
      select ${columns} from dossiers.draft
      where jurisdiction = ${jurisdiction} and draft_id = ${draftId} and account_id = any(${[...accountIds]}::uuid[])
      for update
    `,
  );
}

/** What these accounts fill in for themselves and have not handed in, last saved first. */
export function openDraftsOf(
  connection: Connection,
  jurisdiction: Jurisdiction,
  accountIds: readonly Id<'account'>[],
): Promise<readonly DraftRow[]> {
  return many(
    connection,
    sql<DraftRow>`
      select ${columns} from dossiers.draft
      where jurisdiction = ${jurisdiction} and account_id = any(${[...accountIds]}::uuid[]) and consent_id is null
        and dossier_id is null
      order by saved_at desc, draft_id
    `,
  );
}

/** Files attached to a draft, in the order in which they came. */
export function draftFiles(
  connection: Connection,
  jurisdiction: Jurisdiction,
  draftId: string,
): Promise<readonly DraftFileRow[]> {
  return many(
    connection,
    sql<DraftFileRow>`
      select file_id, component_key from dossiers.draft_file
      where jurisdiction = ${jurisdiction} and draft_id = ${draftId}
      order by attached_at, file_id
    `,
  );
}

export type NewDraft = Omit<DraftRow, 'version' | 'saved_at' | 'dossier_id' | 'choices' | 'represented'>;

export async function insertDraft(tx: Tx, ctx: CommandContext, draft: NewDraft): Promise<void> {
  await sql`
    insert into dossiers.draft (jurisdiction, draft_id, account_id, person_id, procedure_version_id, procedure_code,
      procedure_name, form_version_id, case_key, case_answers, competent_unit_id, answers, contact, consent_id, version, created_at,
      saved_at)
    values (${ctx.jurisdiction}, ${draft.draft_id}, ${draft.account_id}, ${draft.person_id},
      ${draft.procedure_version_id}, ${draft.procedure_code}, ${draft.procedure_name}, ${draft.form_version_id},
      ${draft.case_key}, ${JSON.stringify(draft.case_answers)}::jsonb, ${draft.competent_unit_id},
      ${JSON.stringify(draft.answers)}::jsonb, ${JSON.stringify(draft.contact)}::jsonb, ${draft.consent_id}, 1, ${ctx.now}, ${ctx.now})
  `.execute(tx);
}

/** Writes a locked draft back under the next version, which is returned. */
export async function saveDraft(
  tx: Tx,
  ctx: CommandContext,
  draft: DraftRow,
  change: Partial<
    Pick<
      DraftRow,
      | 'answers'
      | 'contact'
      | 'choices'
      | 'represented'
      | 'procedure_version_id'
      | 'procedure_name'
      | 'form_version_id'
      | 'case_key'
      | 'competent_unit_id'
    >
  >,
): Promise<number> {
  const next = { ...draft, ...change };
  const row = await one(
    tx,
    sql<{ version: number }>`
      update dossiers.draft
      set answers = ${JSON.stringify(next.answers)}::jsonb, contact = ${JSON.stringify(next.contact)}::jsonb,
        choices = ${JSON.stringify(next.choices)}::jsonb,
        represented = ${next.represented && JSON.stringify(next.represented)}::jsonb,
        procedure_version_id = ${next.procedure_version_id}, procedure_name = ${next.procedure_name},
        form_version_id = ${next.form_version_id}, case_key = ${next.case_key},
        competent_unit_id = ${next.competent_unit_id}, version = version + 1,
        saved_at = ${ctx.now}
      where jurisdiction = ${ctx.jurisdiction} and draft_id = ${draft.draft_id}
      returning version
    `,
  );
  return row.version;
}
