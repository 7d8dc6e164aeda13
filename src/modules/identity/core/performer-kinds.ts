import type { Role } from '../../../kernel/actor.ts';
import type { UnitKind } from './unit.ts';

/** Agencies with a head and a seal; their records clerk is found in them or in their records office. */
const agencies: readonly UnitKind[] = ['commune', 'district', 'province', 'department', 'board', 'agency'];

/** In which kinds of units somebody must hold the role, or the unit cannot act. */
export const performerKinds: Readonly<Record<Role, readonly UnitKind[]>> = {
  oneStopOfficer: ['oneStop'],
  specialist: ['section'],
  headOfSection: ['section'],
  leader: agencies,
  recordsClerk: agencies,
  procedureControl: [],
  administrator: [],
  postOfficeOfficer: [],
  helper: [],
};
