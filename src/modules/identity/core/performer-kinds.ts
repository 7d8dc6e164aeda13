import type { Role } from '../../../kernel/actor.ts';
import type { UnitKind } from './unit.ts';

/** In which kinds of units somebody must hold the role, or the unit cannot act. */
export const performerKinds: Readonly<Record<Role, readonly UnitKind[]>> = {
  oneStopOfficer: ['oneStop'],
  specialist: ['section'],
  headOfSection: ['section'],
  leader: ['commune', 'district', 'province', 'department', 'board', 'agency'],
  recordsClerk: ['recordsOffice'],
  procedureControl: [],
  administrator: [],
};
