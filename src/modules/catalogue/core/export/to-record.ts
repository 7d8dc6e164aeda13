import type { ProcedureRecord } from '../procedure-record.ts';
import type { ProcedureVersion } from '../procedure-version.ts';

/** A version as the record an import takes in again. */
export function toRecord(version: ProcedureVersion, prominence: number): ProcedureRecord {
  const {
    id: _id,
    number: _number,
    contentHash: _hash,
    publishedAt: _at,
    origin: _origin,
    ...said
  } = version;
  const { levels, ...header } = said;
  return { ...header, levels: [...levels], prominence };
}
