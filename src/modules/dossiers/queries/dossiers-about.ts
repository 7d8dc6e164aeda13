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
  deps: Pick<DossierDeps, 'db' | 'seal'>,
  subject: AboutSubject,
  most: number,
): Promise<readonly DossierAbout[]> {
  const { jurisdiction, identityNumber: number } = subject;
  const indexes = number === undefined ? [] : deps.seal.blindIndexes(number, identitySeal);
  const rows = await many(
    deps.db,
    // Each way to a dossier is a walk of an index of its own: joined by "or" they would read every dossier.
    sql<AboutRow>`
      with named as (
        select p.dossier_id, p.name, true as is_person from dossiers.party p
        where p.jurisdiction = ${jurisdiction} and p.person_id = ${subject.personId} and p.role <> 'helper'
        union all
        select p.dossier_id, p.name, false from dossiers.party p
        where p.jurisdiction = ${jurisdiction} and p.identity_index = any(${[...indexes]}::text[])
          and p.role <> 'helper'
      ), ways as (
        select d.dossier_id, true as is_own, false as is_person, null::text as name from dossiers.dossier d
        where d.jurisdiction = ${jurisdiction}
          and d.submitter_account_id = any(${[...subject.accountIds]}::uuid[])
        union all
        select named.dossier_id, false, named.is_person, named.name from named
      ), about as (
        select w.dossier_id, bool_or(w.is_own) as is_own, bool_or(w.is_person) as is_person,
          coalesce(array_agg(w.name) filter (where w.name is not null), '{}') as names
        from ways w group by w.dossier_id
      )
      select d.dossier_id, d.code, d.procedure_name, about.is_own, about.is_person, about.names,
        array(
          select f.file_id from dossiers.dossier_file f
          where f.jurisdiction = d.jurisdiction and f.dossier_id = d.dossier_id
        ) as file_ids
      from about
      join dossiers.dossier d on d.jurisdiction = ${jurisdiction} and d.dossier_id = about.dossier_id
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
