import { type SealedTable, sealedColumns } from '../../../platform/sealed-table.ts';

/** Where the seal binds a copy of somebody's data to. */
export const exportContext = 'privacy.data_export.content';
/** The same for what is asked and answered about a correction. */
export const correctionContext = 'privacy.correction.text';
/** The same for why a dossier is held back from erasing. */
export const holdContext = 'privacy.retention_hold.text';

/** What privacy keeps sealed itself. */
export const sealedTables: readonly SealedTable[] = [
  sealedColumns('privacy.data_export', 'export_id', ['content_sealed'], exportContext),
  sealedColumns('privacy.correction', 'correction_id', ['asked_sealed', 'answer_sealed'], correctionContext),
  sealedColumns('privacy.retention_hold', 'hold_id', ['reason_sealed', 'lift_reason_sealed'], holdContext),
];
