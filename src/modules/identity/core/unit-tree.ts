import type { Id } from '../../../kernel/id.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type {
  SplitRule,
  SubUnit,
  Unit,
  UnitDirectory,
  UnitFilter,
  UnitSuccession,
  WorkKind,
} from './unit.ts';
import { vietnameseOrder } from './vietnamese-order.ts';

/** Builds the directory over all spans of all units; pure, so a refresh swaps one value for another. */
export function unitTree(
  spans: readonly Unit[],
  successions: readonly UnitSuccession[],
  splits: readonly SplitRule[] = [],
): UnitDirectory {
  const inOrder = byName(spans);
  const spansOf = Map.groupBy(inOrder, (span) => span.id);
  const latestByKey = new Map([...spansOf.values()].map((all) => [newest(all).key, newest(all)]));
  const byCode = Map.groupBy(inOrder, (span) => span.agencyCode);
  const childrenOf = Map.groupBy(inOrder, (span) => span.parentId);
  const leaving = Map.groupBy(successions, (arrow) => arrow.fromId);
  const arriving = Map.groupBy(successions, (arrow) => arrow.toId);
  const rulesOf = Map.groupBy(splits, (rule) => rule.fromId);

  const unitOn = (id: Id<'unit'>, on: PlainDate) => spansOf.get(id)?.find((span) => isOn(span, on));
  const latest = (id: Id<'unit'>) => {
    const all = spansOf.get(id);
    return all && newest(all);
  };

  function unitsOn(on: PlainDate, filter: UnitFilter = {}): readonly Unit[] {
    const candidates = filter.parentId ? (childrenOf.get(filter.parentId) ?? []) : inOrder;
    return candidates.filter((span) => isOn(span, on) && matches(span, filter));
  }

  function successorsOn(id: Id<'unit'>, on: PlainDate): readonly Unit[] {
    const found = new Map<Id<'unit'>, Unit>();
    const next = (from: Id<'unit'>) => begun(leaving.get(from), on).map((arrow) => arrow.toId);
    for (const reached of reach(id, next, (step) => unitOn(step, on) !== undefined)) {
      const unit = unitOn(reached, on);
      if (unit) found.set(reached, unit);
    }
    return [...found.values()];
  }

  function successorOn(id: Id<'unit'>, on: PlainDate): Unit | undefined {
    const all = successorsOn(id, on);
    return all.length === 1 ? all[0] : undefined;
  }

  function heirFor(id: Id<'unit'>, on: PlainDate, work: WorkKind): Unit | undefined {
    const next = (from: Id<'unit'>) => {
      const to = new Set(begun(leaving.get(from), on).map((arrow) => arrow.toId));
      if (to.size < 2) return [...to];
      const rule = begun(rulesOf.get(from), on).find(({ by, value }) => by === 'rest' || value === work[by]);
      return rule && to.has(rule.toId) ? [rule.toId] : [];
    };
    const last = reach(id, next, (step) => unitOn(step, on) !== undefined).at(-1);
    return last && unitOn(last, on);
  }

  function continuedFrom(id: Id<'unit'>, on: PlainDate): readonly Id<'unit'>[] {
    const before = (step: Id<'unit'>) =>
      begun(arriving.get(step), on)
        .filter(({ kind }) => kind === 'oneToOne')
        .map((arrow) => arrow.fromId);
    return reach(id, before).slice(1);
  }

  function ancestorsOn(id: Id<'unit'>, on: PlainDate): readonly Unit[] {
    const parent = (step: Id<'unit'>) => {
      const parentId = unitOn(step, on)?.parentId;
      return parentId ? [parentId] : [];
    };
    return reach(id, parent)
      .slice(1)
      .flatMap((step) => unitOn(step, on) ?? []);
  }

  function findSubUnit(parentId: Id<'unit'>, which: SubUnit, on: PlainDate): Unit | undefined {
    return unitsOn(on, { parentId }).find((unit) => isThat(unit, which));
  }

  function nearestSubUnit(id: Id<'unit'>, which: SubUnit, on: PlainDate): Unit | undefined {
    for (const parentId of [id, ...ancestorsOn(id, on).map((unit) => unit.id)]) {
      const found = findSubUnit(parentId, which, on);
      if (found) return found;
    }
    return undefined;
  }

  return {
    unitOn,
    latest,
    byKey: (key) => latestByKey.get(key),
    byAgencyCode: (agencyCode, on) => byCode.get(agencyCode)?.find((span) => isOn(span, on)),
    unitsOn,
    successorsOn,
    successorOn,
    heirFor,
    partOf: (fromId, toId) => leaving.get(fromId)?.find((arrow) => arrow.toId === toId)?.part,
    splitUnits: (on) =>
      [...spansOf.keys()].filter((id) => !unitOn(id, on) && successorsOn(id, on).length > 1),
    scopeOf: (id, on) => reach(id, (step) => begun(arriving.get(step), on).map((arrow) => arrow.fromId)),
    heirsOf: (id, on) => reach(id, (step) => begun(leaving.get(step), on).map((arrow) => arrow.toId)),
    continuedFrom,
    findSubUnit,
    nearestSubUnit,
    subtreeOn: (id, on) => reach(id, (parentId) => unitsOn(on, { parentId }).map((unit) => unit.id)),
    ancestorsOn,
  };
}

/** Everything reachable from `start`, itself first, each once; `stop` ends a path after including its end. */
function reach<T>(start: T, next: (from: T) => readonly T[], stop: (at: T) => boolean = () => false): T[] {
  const seen = new Set([start]);
  for (const step of seen) {
    if (stop(step)) continue;
    for (const following of next(step)) seen.add(following);
  }
  return [...seen];
}

/** Arrows of a reorganisation whose day has come: one prepared for later changes nothing yet. */
function begun<Dated extends { readonly on: PlainDate }>(
  arrows: readonly Dated[] | undefined,
  on: PlainDate,
): readonly Dated[] {
  return (arrows ?? []).filter((arrow) => arrow.on <= on);
}

function isOn(span: Unit, on: PlainDate): boolean {
  return span.validFrom <= on && (span.validTo === undefined || on < span.validTo);
}

function matches(span: Unit, filter: UnitFilter): boolean {
  return (
    (filter.tier === undefined || span.tier === filter.tier) &&
    (filter.kind === undefined || span.kind === filter.kind)
  );
}

function isThat(unit: Unit, which: SubUnit): boolean {
  return unit.kind === which.kind && (which.kind !== 'section' || unit.sectionCode === which.sectionCode);
}

function newest(spans: readonly [Unit, ...Unit[]] | readonly Unit[]): Unit {
  return spans.reduce((a, b) => (a.validFrom < b.validFrom ? b : a));
}

/** The key of each name is made once: it costs far more than comparing, and the tree is built anew every half minute. */
function byName(spans: readonly Unit[]): readonly Unit[] {
  return spans
    .map((span) => ({ span, key: nameKey(span) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.span.validFrom, b.span.validFrom))
    .map(({ span }) => span);
}

/** Territories sort by their proper name, as people look for them: `Phường Tân Ninh` under T. */
function nameKey(unit: Unit): string {
  const name = unit.shortName ?? unit.name;
  return vietnameseOrder(name.replace(/^(Phường|Xã|Thị trấn|Đặc khu|Huyện|Thị xã|Thành phố|Tỉnh) /, ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
