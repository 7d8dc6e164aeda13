import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';

/** Level of government a unit belongs to; `district` ended on 30/06/2025. */
export type UnitTier = 'province' | 'district' | 'commune';

/**
 * What a unit is. `province`, `district` and `commune` are the territories with their People's Committees
 * (they carry a GSO code); the others sit below one of them.
 */
export type UnitKind =
  | 'province'
  | 'district'
  | 'commune'
  | 'department'
  | 'board'
  | 'agency'
  | 'branch'
  | 'section'
  | 'oneStop'
  | 'recordsOffice';

/** One unit as it is during one span of validity. */
export interface Unit {
  readonly id: Id<'unit'>;
  /** Natural key in the reference data, stable over renames, e.g. `commune-25459-2025`. */
  readonly key: string;
  /** As officials write it: `Ủy ban nhân dân phường Tân Ninh`. */
  readonly name: string;
  readonly nameEn?: string;
  /** The territory alone (`Phường Tân Ninh`) or the everyday short form, for address fields and narrow columns. */
  readonly shortName?: string;
  readonly tier: UnitTier;
  readonly kind: UnitKind;
  readonly parentId?: Id<'unit'>;
  /** Code of the General Statistics Office; a successor may carry the code of one of its predecessors. */
  readonly gsoCode?: string;
  /** Code in the electronic document network (QCVN 102:2016), e.g. `H53.12.5`. */
  readonly agencyCode?: string;
  /** Which section of its parent this is (`justice`, `economy` …): what `section:<code>` of a process step names. */
  readonly sectionCode?: string;
  /** Calendar code of its office hours; absent means the parent's, at the top the default. */
  readonly officeHours?: string;
  readonly validFrom: PlainDate;
  /** First day on which it is no longer so (half-open); absent while it lasts. */
  readonly validTo?: PlainDate;
}

/** One arrow of a reorganisation: `from` hands its work to `to` on `on`. */
export interface UnitSuccession {
  readonly fromId: Id<'unit'>;
  readonly toId: Id<'unit'>;
  /** First day of the successor. */
  readonly on: PlainDate;
  readonly kind: 'oneToOne' | 'merge' | 'split';
  /** For a split: which part of the predecessor went here, in words of the decision. */
  readonly part?: string;
}

/** Which successor of a split unit goes on with which open work; `rest` is what no other rule names. */
export interface SplitRule {
  readonly fromId: Id<'unit'>;
  readonly on: PlainDate;
  readonly by: 'procedure' | 'sector' | 'rest';
  readonly value: string;
  readonly toId: Id<'unit'>;
}

/** The kind of work that asks whose it is after a split. */
export interface WorkKind {
  readonly procedure: string;
  readonly sector: string;
}

export interface UnitFilter {
  readonly tier?: UnitTier;
  readonly kind?: UnitKind;
  readonly parentId?: Id<'unit'>;
}

/** Which unit below a parent: `{ kind: 'oneStop' }`, or a section by its code. */
export type SubUnit =
  | { readonly kind: 'oneStop' | 'recordsOffice' }
  | { readonly kind: 'section'; readonly sectionCode: string };

/** The unit tree in memory: synchronous, a few hundred rows, refreshed when units change. */
export interface UnitDirectory {
  /** The unit as it was on that day; undefined when it did not exist then. */
  unitOn(id: Id<'unit'>, on: PlainDate): Unit | undefined;
  /** Its newest span whatever the day: for the name of a unit that has ended. */
  latest(id: Id<'unit'>): Unit | undefined;
  /** Newest span of the unit with this natural key of the reference data. */
  byKey(key: string): Unit | undefined;
  /** The unit carrying this agency code on the day. */
  byAgencyCode(agencyCode: string, on: PlainDate): Unit | undefined;
  /** Units existing on the day, in Vietnamese alphabetical order of their short names. */
  unitsOn(on: PlainDate, filter?: UnitFilter): readonly Unit[];
  /** Who holds its work on the day: itself while it lasts, else its successors (several after a split). */
  successorsOn(id: Id<'unit'>, on: PlainDate): readonly Unit[];
  /** The single successor on the day; undefined when there is none or a split asks for a choice. */
  successorOn(id: Id<'unit'>, on: PlainDate): Unit | undefined;
  /**
   * Who goes on with work of that kind on the day: itself while it lasts, its single successor, or of a split the one that
   * the rules of the reorganisation name. Undefined where the choice is made dossier by dossier, and where nobody came after.
   */
  heirFor(id: Id<'unit'>, on: PlainDate, work: WorkKind): Unit | undefined;
  /** Which part of the first went to the second, in words of the decision that split it. */
  partOf(fromId: Id<'unit'>, toId: Id<'unit'>): string | undefined;
  /** Every unit whose work several have taken over by that day. */
  splitUnits(on: PlainDate): readonly Id<'unit'>[];
  /** The unit and every unit it had succeeded by that day, directly or not: the scope of its queues. */
  scopeOf(id: Id<'unit'>, on: PlainDate): readonly Id<'unit'>[];
  /** The unit and every unit that had succeeded it by that day: whose officers may hold its work. */
  heirsOf(id: Id<'unit'>, on: PlainDate): readonly Id<'unit'>[];
  /** Whom the unit goes on from one to one by that day, the nearest first: it is the same agency under another name or form. */
  continuedFrom(id: Id<'unit'>, on: PlainDate): readonly Id<'unit'>[];
  /** The unit of that kind directly below the parent on the day. */
  findSubUnit(parentId: Id<'unit'>, which: SubUnit, on: PlainDate): Unit | undefined;
  /** The same below the unit itself or its nearest ancestor that has one: a department's counter is the province's. */
  nearestSubUnit(id: Id<'unit'>, which: SubUnit, on: PlainDate): Unit | undefined;
  /** The unit and every unit below it on the day, at any depth. */
  subtreeOn(id: Id<'unit'>, on: PlainDate): readonly Id<'unit'>[];
  /** Parents from the nearest up to the province on the day. */
  ancestorsOn(id: Id<'unit'>, on: PlainDate): readonly Unit[];
}
