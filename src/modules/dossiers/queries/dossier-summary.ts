import type { DossierSummary } from '../contract.ts';
import { nationalStatus } from '../core/life-cycle.ts';
import type { DossierRow } from '../store/dossier-row.ts';

/** Columns that a summary needs. */
export type SummaryRow = Pick<
  DossierRow,
  | 'dossier_id'
  | 'code'
  | 'procedure_name'
  | 'phase'
  | 'waiting_status'
  | 'withdrawal_requested_at'
  | 'submitted_at'
  | 'promised_at'
  | 'erased_at'
>;

/** What every list and screen says of a dossier. */
export function dossierSummary(dossier: SummaryRow): DossierSummary {
  return {
    dossierId: dossier.dossier_id,
    code: dossier.code,
    procedureName: dossier.procedure_name,
    phase: dossier.phase,
    nationalStatus: nationalStatus(dossier.phase, dossier),
    submittedAt: dossier.submitted_at.toISOString(),
    ...(dossier.promised_at && { promisedAt: dossier.promised_at.toISOString() }),
    ...(dossier.erased_at && { erasedAt: dossier.erased_at.toISOString() }),
  };
}
