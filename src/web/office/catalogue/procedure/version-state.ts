import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { VersionBrief } from '../../../../modules/catalogue/contract.ts';

/** Where a version stands on a day. */
export type VersionState = 'inForce' | 'coming' | 'ended' | 'withdrawn';

export function versionState(version: VersionBrief, today: PlainDate): VersionState {
  if (version.withdrawn) return 'withdrawn';
  if (version.validFrom > today) return 'coming';
  return version.validTo !== undefined && version.validTo <= today ? 'ended' : 'inForce';
}
