import { sql } from 'kysely';
import type { Id, Jurisdiction } from '../../../kernel/id.ts';
import { type Connection, maybeOne, type Tx } from '../../../platform/database.ts';
import type { KeptKind } from '../../privacy/public.ts';
import type { WaitingStatus } from '../../process/public.ts';
import type { Phase, SubmissionChannel } from '../contract.ts';

/** One dossier as stored; secrets stay sealed. */
export interface DossierRow {
  readonly dossier_id: Id<'dossier'>;
  readonly code: string;
  readonly foreign_code: string | null;
  readonly channel: SubmissionChannel;
  readonly phase: Phase;
  readonly version: number;
  readonly last_seq: number;
  readonly procedure_version_id: Id<'procedureVersion'>;
  readonly process_version_id: Id<'processVersion'>;
  readonly form_version_id: Id<'formVersion'> | null;
  readonly procedure_code: string;
  readonly procedure_name: string;
  readonly sector: string;
  readonly essential_by: string | null;
  readonly case_key: string;
  readonly case_answers: Readonly<Record<string, string>>;
  readonly received_unit_id: Id<'unit'>;
  readonly competent_unit_id: Id<'unit'>;
  readonly return_unit_id: Id<'unit'>;
  readonly owner_name: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly submitter_account_id: Id<'account'> | null;
  readonly submitted_at: Date;
  readonly answer_due_at: Date | null;
  readonly accepted_at: Date | null;
  readonly promised_at: Date | null;
  readonly register_year: number | null;
  readonly register_serial: number | null;
  readonly refused_at: Date | null;
  readonly refusal_reason: string | null;
  readonly stopped_at: Date | null;
  readonly completed_at: Date | null;
  readonly returned_at: Date | null;
  /** National status 5 or 6 while a suspension that shows it is open. */
  readonly waiting_status: WaitingStatus | null;
  /** Since when a citizen's wish to withdraw waits for an answer. */
  readonly withdrawal_requested_at: Date | null;
  /** When the facts about its people were erased. */
  readonly erased_at: Date | null;
  readonly erased_kinds: readonly KeptKind[];
}

const columns = sql.raw(`
  dossier_id, code, foreign_code, channel, phase, version, last_seq, procedure_version_id, process_version_id,
  form_version_id, procedure_code, procedure_name, sector, essential_by, case_key, case_answers, received_unit_id,
  competent_unit_id, return_unit_id, owner_name, answers, submitter_account_id, submitted_at, answer_due_at, accepted_at, promised_at,
  register_year, register_serial, refused_at, refusal_reason, stopped_at,
  completed_at, returned_at, waiting_status, withdrawal_requested_at, erased_at, erased_kinds`);

/** The dossier, locked until the transaction ends: first lock of every command. */
export function lockDossier(tx: Tx, jurisdiction: Jurisdiction, id: string): Promise<DossierRow | undefined> {
  return maybeOne(
    tx,
    sql<DossierRow>`
      select ${columns} from dossiers.dossier
      where jurisdiction = ${jurisdiction} and dossier_id = ${id}
      for update
    `,
  );
}

/** The dossier as it stands. */
export function findDossier(
  connection: Connection,
  jurisdiction: Jurisdiction,
  id: string,
): Promise<DossierRow | undefined> {
  return maybeOne(
    connection,
    sql<DossierRow>`
      select ${columns} from dossiers.dossier where jurisdiction = ${jurisdiction} and dossier_id = ${id}
    `,
  );
}

/** The dossier of this code, its own or a foreign one. */
export function findDossierByCode(
  connection: Connection,
  jurisdiction: Jurisdiction,
  code: string,
): Promise<DossierRow | undefined> {
  return maybeOne(
    connection,
    sql<DossierRow>`
      select ${columns} from dossiers.dossier
      where jurisdiction = ${jurisdiction} and (code = ${code} or foreign_code = ${code})
    `,
  );
}
