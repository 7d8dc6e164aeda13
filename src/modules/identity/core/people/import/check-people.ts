import type { Id } from '../../../../../kernel/id.ts';
import { addDays, type PlainDate } from '../../../../../kernel/plain-date.ts';
import { formatDate } from '../../../../../texts/format.ts';
import type { Unit } from '../../unit.ts';
import { type UnitFinder, unitFinder } from '../find-unit.ts';
import { type ManageReach, mayGive, mayManage, type PostSpan } from '../manage-reach.ts';
import { type PostFault, type PostPlace, postFault } from '../post-rules.ts';
import type { PeopleKey } from './columns.ts';
import type { ColumnPlaces } from './find-table.ts';
import { type PeopleRow, wrongAt } from './read-people-row.ts';
import type { WrongCell, WrongCellReason } from './wrong-cell.ts';

/** An account that stands already under a login of the file. */
export interface KnownOfficer {
  readonly accountId: Id<'account'>;
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly isClosed: boolean;
  readonly posts: readonly PostSpan[];
}

/** What the rows are held against. */
export interface Known {
  readonly officers: ReadonlyMap<string, KnownOfficer>;
  readonly unitsOn: (day: PlainDate) => readonly Unit[];
  readonly placeOn: (unitId: Id<'unit'>, day: PlainDate) => PostPlace | undefined;
  readonly reach: ManageReach;
  /** Who sends the file: nobody appoints themselves. */
  readonly self: Id<'account'>;
  readonly today: PlainDate;
}

/** A post to be given, its unit found. */
export interface PlannedPost {
  readonly row: PeopleRow;
  readonly unitId: Id<'unit'>;
  readonly to?: PlainDate;
}

/** Somebody with the posts the file gives them. */
export interface PlannedPerson {
  readonly login: string;
  readonly name: string;
  readonly known?: KnownOfficer;
  readonly posts: PlannedPost[];
}

export interface CheckedPeople {
  readonly people: readonly PlannedPerson[];
  readonly wrong: readonly WrongCell[];
}

type Fault = readonly [key: PeopleKey, reason: WrongCellReason, detail?: string];

/**
 * Holds the rows against what stands and against each other. Each row is taken or not by itself; several rows of one login are
 * several posts of one person.
 */
export function checkPeople(rows: readonly PeopleRow[], places: ColumnPlaces, known: Known): CheckedPeople {
  const finderOn = finders(known.unitsOn);
  const people = new Map<string, PlannedPerson>();
  const wrong: WrongCell[] = [];
  for (const row of rows) {
    const officer = known.officers.get(row.login);
    const person = people.get(row.login) ?? {
      login: row.login,
      name: officer?.name ?? row.name,
      ...(officer && { known: officer }),
      posts: [],
    };
    people.set(row.login, person);
    const place = placeOf(row, finderOn(row.from));
    const faults = [...personFaults(row, person, known), ...postFaults(row, place, person, known)];
    for (const [key, reason, detail] of faults) wrong.push(wrongAt(places, row.row, key, reason, detail));
    if (faults.length === 0 && typeof place === 'object') person.posts.push(planned(row, place));
  }
  return { people: [...people.values()].filter(({ posts }) => posts.length > 0), wrong };
}

function personFaults(row: PeopleRow, { known: officer, name }: PlannedPerson, known: Known): Fault[] {
  if (!officer) return sameName(row.name, name) ? [] : [['name', 'name-differs']];
  // Of somebody beyond the reach nothing is told but that the login is not free.
  const isTheirs = sameName(row.name, officer.name) && mayManage(known.reach, officer.posts, known.today);
  if (!isTheirs) return [['login', 'login-taken', row.login]];
  if (officer.accountId === known.self) return [['login', 'own-post', row.login]];
  return officer.isClosed ? [['login', 'account-closed', row.login]] : [];
}

function postFaults(
  row: PeopleRow,
  unit: Unit | 'several' | undefined,
  person: PlannedPerson,
  { reach, placeOn }: Known,
): Fault[] {
  if (unit === undefined) return [['unit', 'unknown-unit', row.unit]];
  if (unit === 'several') return [['unit', 'unit-ambiguous', row.unit]];
  if (!mayGive(reach, { unitId: unit.id, role: row.role }))
    return [[reach !== 'everywhere' && reach.has(unit.id) ? 'role' : 'unit', 'beyond-reach']];
  const span = spanOf(planned(row, unit));
  const place = placeOn(unit.id, row.from);
  const held = postFault(span, person.known?.posts ?? [], place);
  if (held) return [faultOf(held)];
  const repeated = postFault(span, person.posts.map(spanOf), place);
  return repeated ? [['login', 'repeated', row.login]] : [];
}

function faultOf({ type, unitLastOn }: PostFault): Fault {
  switch (type) {
    case 'identity.post-days-reversed':
      return ['lastOn', 'days-reversed'];
    case 'identity.post-not-at-counter':
      return ['role', 'not-at-counter'];
    case 'identity.unit-ends-before':
      return ['lastOn', 'unit-ends', unitLastOn ? formatDate(unitLastOn) : ''];
    case 'identity.post-held-already':
      return ['from', 'post-held'];
    default:
      return ['unit', 'unknown-unit'];
  }
}

function planned(row: PeopleRow, unit: Unit): PlannedPost {
  return { row, unitId: unit.id, ...(row.lastOn && { to: addDays(row.lastOn, 1) }) };
}

function spanOf({ row, unitId, to }: PlannedPost): PostSpan {
  return { unitId, role: row.role, from: row.from, to };
}

function placeOf({ unit }: PeopleRow, finder: UnitFinder): Unit | 'several' | undefined {
  return finder.find(unit);
}

function sameName(one: string, other: string): boolean {
  const bare = (name: string) => name.normalize('NFC').toLocaleLowerCase('vi').replaceAll(/\s+/g, ' ').trim();
  return bare(one) === bare(other);
}

/** Days with the same units share a finder: a file may name thousands of days, and to build one for each would take a minute. */
function finders(unitsOn: Known['unitsOn']): (day: PlainDate) => UnitFinder {
  const byDay = new Map<PlainDate, UnitFinder>();
  const byUnits = new Map<string, UnitFinder>();
  return (day) => {
    const known = byDay.get(day);
    if (known) return known;
    const units = unitsOn(day);
    const key = units.map(({ id, validFrom }) => `${id}${validFrom}`).join();
    const finder = byUnits.get(key) ?? unitFinder(units);
    byUnits.set(key, finder);
    byDay.set(day, finder);
    return finder;
  };
}
