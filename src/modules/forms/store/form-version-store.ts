import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { type Connection, many, maybeOne, type Tx } from '../../../platform/database.ts';
import type { FormDefinition } from '../core/definition.ts';

/** A definition as it was published; immutable, so a reader may keep it. */
export interface FormVersion {
  readonly id: Id<'formVersion'>;
  /** 1, 2, 3… among the texts of one form with the same first day. */
  readonly revision: number;
  readonly contentHash: string;
  readonly publishedAt: Date;
  readonly definition: FormDefinition;
}

const columns = sql`form_version_id as id, revision, content_hash as "contentHash",
  published_at as "publishedAt", definition`;

export async function findFormVersion(
  db: Connection,
  jurisdiction: Jurisdiction,
  id: Id<'formVersion'>,
): Promise<FormVersion | undefined> {
  return maybeOne(
    db,
    sql<FormVersion>`
      select ${columns} from forms.form_version
      where jurisdiction = ${jurisdiction} and form_version_id = ${id}`,
  );
}

/** The version in force: the latest text begun by the day, unless it has ended (validity is half-open). */
export async function findFormInForce(
  db: Connection,
  jurisdiction: Jurisdiction,
  procedureCode: string,
  on: PlainDate,
): Promise<FormVersion | undefined> {
  return maybeOne(
    db,
    sql<FormVersion>`
      select ${columns}
      from (
        select form_version_id, revision, content_hash, published_at, definition, valid_to
        from forms.form_version
        where jurisdiction = ${jurisdiction} and procedure_code = ${procedureCode} and valid_from <= ${on}
        order by valid_from desc, revision desc
        limit 1
      ) as latest
      where valid_to is null or valid_to > ${on}`,
  );
}

/** Newest revision of every (code, first day), for comparing with what a file says. */
export async function listNewestRevisions(
  tx: Tx,
  jurisdiction: Jurisdiction,
): Promise<readonly { code: string; validFrom: PlainDate; revision: number; contentHash: string }[]> {
  return many(
    tx,
    sql<{ code: string; validFrom: PlainDate; revision: number; contentHash: string }>`
      select distinct on (code, valid_from)
        code, valid_from as "validFrom", revision, content_hash as "contentHash"
      from forms.form_version
      where jurisdiction = ${jurisdiction}
      order by code, valid_from, revision desc`,
  );
}

export async function insertFormVersion(
  tx: Tx,
  jurisdiction: Jurisdiction,
  version: FormVersion,
): Promise<void> {
  const { definition } = version;
  await sql`
    insert into forms.form_version
      (jurisdiction, form_version_id, code, procedure_code, valid_from, valid_to, revision, definition,
       content_hash, published_at)
    values
      (${jurisdiction}, ${version.id}, ${definition.code}, ${definition.procedureCode}, ${definition.validFrom},
       ${definition.validTo ?? null}, ${version.revision}, ${JSON.stringify(definition)}, ${version.contentHash},
       ${version.publishedAt})`.execute(tx);
}
