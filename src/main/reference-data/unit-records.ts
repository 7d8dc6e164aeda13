import type { SuccessionRecord, UnitRecord } from '../../modules/identity/public.ts';
import type { SuccessionRow, UnitRow, UnitTemplateRow } from './units.ts';
import { type Certainty, certaintyInModules, overlaps } from './vocabulary.ts';

const committees: ReadonlySet<UnitRow['kind']> = new Set(['province', 'district', 'commune']);
/** What identity takes: the written units, and the sub-units that templates give them while both are valid. */
export function toUnitRecords(
  units: readonly UnitRow[],
  templates: readonly UnitTemplateRow[],
): readonly UnitRecord[] {
  return [...units.map(toRecord), ...subUnitsOf(units, templates).map(toRecord)];
}

/** What identity takes: the written arrows, and those between sub-units of one code on both ends of an arrow. */
export function toSuccessionRecords(
  successions: readonly SuccessionRow[],
  units: readonly UnitRow[],
  templates: readonly UnitTemplateRow[],
): readonly SuccessionRecord[] {
  const subUnits = new Set(subUnitsOf(units, templates).map((unit) => unit.key));
  const codes = new Set(templates.map((template) => template.code));
  const between = successions.flatMap((arrow) =>
    [...codes].flatMap((code) => {
      const [predecessor, successor] = [
        subUnitKey(arrow.predecessor, code),
        subUnitKey(arrow.successor, code),
      ];
      return subUnits.has(predecessor) && subUnits.has(successor)
        ? [{ ...arrow, predecessor, successor }]
        : [];
    }),
  );
  const all = [...successions, ...between];
  const successorCounts = Map.groupBy(all, (arrow) => arrow.successor);
  return all.map((arrow) => ({
    fromKey: arrow.predecessor,
    toKey: arrow.successor,
    on: arrow.effectiveOn,
    kind: kindOf(arrow, successorCounts.get(arrow.successor)?.length ?? 1),
    ...(arrow.part === undefined ? {} : { part: arrow.part }),
    source: arrow.source,
  }));
}

/** Key of the sub-unit a template gives a unit: `phuong-tan-ninh/one-stop`. */
function subUnitKey(parent: string, code: string): string {
  return `${parent}/${code}`;
}

function kindOf(arrow: SuccessionRow, predecessors: number): SuccessionRecord['kind'] {
  if (arrow.extent === 'part') return 'split';
  return predecessors > 1 ? 'merge' : 'oneToOne';
}

function subUnitsOf(units: readonly UnitRow[], templates: readonly UnitTemplateRow[]): readonly UnitRow[] {
  return units.flatMap((parent) =>
    templates
      .filter((template) => template.parentKind === parent.kind)
      .filter((template) => template.form === undefined || template.form === parent.form)
      .filter((template) => overlaps(template, parent))
      .map((template) => subUnit(parent, template)),
  );
}

function subUnit(parent: UnitRow, template: UnitTemplateRow): UnitRow {
  const validTo = earlierOf(parent.validTo, template.validTo);
  return {
    key: subUnitKey(parent.key, template.code),
    name: template.namePattern.replaceAll('{name}', lowerFirst(parent.name)),
    ...(template.nameEnPattern && parent.nameEn
      ? { nameEn: template.nameEnPattern.replaceAll('{nameEn}', parent.nameEn) }
      : {}),
    kind: template.kind,
    tier: parent.tier,
    code: template.code,
    parent: parent.key,
    ...(template.officeHours ? { officeHours: template.officeHours } : {}),
    validFrom: laterOf(template.validFrom, parent.validFrom),
    ...(validTo ? { validTo } : {}),
    source: template.source,
    certainty: template.certainty,
  };
}

function toRecord(unit: UnitRow): UnitRecord {
  const isCommittee = committees.has(unit.kind);
  return {
    key: unit.key,
    name: isCommittee ? `Ủy ban nhân dân ${lowerFirst(unit.name)}` : unit.name,
    ...(isCommittee ? { shortName: unit.name } : {}),
    ...(unit.nameEn ? { nameEn: isCommittee ? `People's Committee of ${unit.nameEn}` : unit.nameEn } : {}),
    tier: unit.tier,
    kind: unit.kind,
    ...(unit.parent ? { parentKey: unit.parent } : {}),
    ...(unit.gsoCode ? { gsoCode: unit.gsoCode } : {}),
    ...(unit.agencyCode ? { agencyCode: unit.agencyCode } : {}),
    ...(unit.code ? { sectionCode: unit.code } : {}),
    ...(unit.officeHours ? { officeHours: unit.officeHours } : {}),
    validFrom: unit.validFrom,
    ...(unit.validTo ? { validTo: unit.validTo } : {}),
    source: unit.source,
    certainty: certaintyInModules[unit.certainty satisfies Certainty],
  };
}

/** "Phường Tân Ninh" inside a name: "phường Tân Ninh". */
function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function laterOf<T extends string>(one: T, other: T): T {
  return one < other ? other : one;
}

function earlierOf<T extends string>(one: T | undefined, other: T | undefined): T | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
