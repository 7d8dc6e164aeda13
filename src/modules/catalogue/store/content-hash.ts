import { createHash } from 'node:crypto';
import { canonicalJson } from '../core/differing-parts.ts';
import type { ProcedureRecord } from '../core/procedure-record.ts';

/** Fingerprint of what a version says, apart from its days and its place in lists. */
export function contentHash(record: ProcedureRecord): string {
  const { validFrom: _from, validTo: _to, prominence: _place, ...said } = record;
  return createHash('sha256').update(canonicalJson(said)).digest('base64url');
}
