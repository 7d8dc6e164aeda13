import { sql } from 'kysely';
import { searchText } from '../../../kernel/search-text.ts';
import { many } from '../../../platform/database.ts';
import type { DataSubject } from '../../privacy/public.ts';
import { type DossierDeps, identitySeal } from '../store/deps.ts';

/** A dossier that somebody handed in or is named in, with everything of it that is read by itself. */
export interface DossierAbout {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  /** Handed in with one of the accounts: its page is open to them. */
  readonly isOwn: boolean;
  readonly fileIds: readonly string[];
}

/** Who asks, as their sign-in vouches for them. */
export type AboutSubject = DataSubject & { readonly name?: string };

interface AboutRow {
  readonly dossier_id: string;
  readonly code: string;
  readonly procedure_name: string;
  readonly is_own: boolean;
  readonly is_person: boolean;
  readonly names: readonly string[];
  readonly file_ids: readonly string[];
}

/**
 * The latest dossiers handed in with the subject's accounts, and those that name them as owner, submitter or authorised: taken in
 * at a counter, or handed in by somebody else. By the number alone nobody is recognised: a slip of it would show a stranger's dossier,
 * so the name must be theirs too.
 */
export async function dossiersAbout(
  deps: DossierDeps,
  subject: AboutSubject,
  most: number,
): Promise<readonly DossierAbout[]> {
  const { jurisdiction, identityNumber: number } = subject;
  const indexes = number === undefined ? [] : deps.seal.blindIndexes(number, identitySeal);
  const rows = await many(
    deps.db,
    sql<AboutRow>`
      select d.dossier_id, d.code, d.procedure_name,
        coalesce(d.submitter_account_id = any(${[...subject.accountIds]}::uuid[]), false) as is_own,
        coalesce(n.is_person, false) as is_person, coalesce(n.names, '{}') as names,
        array(
          select f.file_id from dossiers.dossier_file f
          where f.jurisdiction = d.jurisdiction and f.dossier_id = d.dossier_id
        ) as file_ids
      from dossiers.dossier d
      left join (
        select p.dossier_id, bool_or(p.person_id = ${subject.personId}) as is_person, array_agg(p.name) as names
        from dossiers.party p
        where p.jurisdiction = ${jurisdiction} and p.role <> 'helper'
          and (p.person_id = ${subject.personId} or p.identity_index = any(${[...indexes]}::text[]))
        group by p.dossier_id
      ) n on n.dossier_id = d.dossier_id
      where d.jurisdiction = ${jurisdiction}
        and (d.submitter_account_id = any(${[...subject.accountIds]}::uuid[]) or n.dossier_id is not null)
      order by d.submitted_at desc, d.dossier_id desc limit ${most}`,
  );
  const wanted = subject.name === undefined ? undefined : searchText(subject.name);
  return rows
    .filter((row) => row.is_own || row.is_person || row.names.some((name) => searchText(name) === wanted))
    .map((row) => ({
      dossierId: row.dossier_id,
      code: row.code,
      procedureName: row.procedure_name,
      isOwn: row.is_own,
      fileIds: row.file_ids,
    }));
}
