import { sql } from 'kysely';
import { many } from '../../../platform/database.ts';
import type { DataSubject } from '../../privacy/public.ts';
import type { DossierDeps } from '../store/deps.ts';
import { partiesNaming } from './parties-naming.ts';

/** A dossier that somebody handed in or is named in, with everything of it that is read by itself. */
export interface DossierAbout {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  /** Handed in with one of the accounts: its page is open to them. */
  readonly isOwn: boolean;
  readonly fileIds: readonly string[];
}

interface AboutRow {
  readonly dossier_id: string;
  readonly code: string;
  readonly procedure_name: string;
  readonly is_own: boolean;
  readonly file_ids: readonly string[];
}

/**
 * The latest dossiers handed in with the subject's accounts, and those that name them as owner, submitter or authorised: taken in
 * at a counter, or handed in by somebody else.
 */
export async function dossiersAbout(
  deps: Pick<DossierDeps, 'db' | 'seal'>,
  subject: DataSubject,
  most: number,
): Promise<readonly DossierAbout[]> {
  const { jurisdiction } = subject;
  const naming = (await partiesNaming(deps, subject)).filter(({ role }) => role !== 'helper');
  const namedIn = naming.map(({ dossierId }) => dossierId);
  const rows = await many(
    deps.db,
    // Each way to a dossier is a walk of an index of its own: joined by "or" they would read every dossier.
    sql<AboutRow>`
      with ways as (
        select d.dossier_id, true as is_own from dossiers.dossier d
        where d.jurisdiction = ${jurisdiction}
          and d.submitter_account_id = any(${[...subject.accountIds]}::uuid[])
        union all
        select named, false from unnest(${namedIn}::uuid[]) as named
      ), about as (
        select w.dossier_id, bool_or(w.is_own) as is_own from ways w group by w.dossier_id
      )
      select d.dossier_id, d.code, d.procedure_name, about.is_own,
        array(
          select f.file_id from dossiers.dossier_file f
          where f.jurisdiction = d.jurisdiction and f.dossier_id = d.dossier_id
        ) as file_ids
      from about
      join dossiers.dossier d on d.jurisdiction = ${jurisdiction} and d.dossier_id = about.dossier_id
      order by d.submitted_at desc, d.dossier_id desc limit ${most}`,
  );
  return rows.map((row) => ({
    dossierId: row.dossier_id,
    code: row.code,
    procedureName: row.procedure_name,
    isOwn: row.is_own,
    fileIds: row.file_ids,
  }));
}
