import type { Id } from '../../../../kernel/id.ts';
import { searchText } from '../../../../kernel/search-text.ts';
import type { ReorganisationPlan, UnitFacts } from './plan.ts';

/**
 * Natural keys for the units a plan begins: made of the name (`phuong-tan-an`), of parts below their parent's
 * (`phuong-tan-an/one-stop`), numbered when taken. A key never changes and is never given twice.
 */
export function keysOf(
  plan: ReorganisationPlan,
  keyOfUnit: (unitId: Id<'unit'>) => string | undefined,
  isTaken: (key: string) => boolean,
): ReadonlyMap<Id<'unit'>, string> {
  const keys = new Map<Id<'unit'>, string>();
  const used = new Set<string>();
  const begun = new Map(plan.begins.map((line) => [line.unitId, line.facts]));
  const keyFor = (unitId: Id<'unit'>, facts: UnitFacts, depth: number): string => {
    const known = keys.get(unitId);
    if (known !== undefined) return known;
    const wanted = partName(facts);
    const parent = wanted === undefined || depth > 10 ? undefined : parentKey(facts.parentId, depth);
    const key = free(parent === undefined ? stem(facts) : `${parent}/${wanted}`);
    keys.set(unitId, key);
    used.add(key);
    return key;
  };
  const parentKey = (parentId: Id<'unit'> | undefined, depth: number): string | undefined => {
    const facts = parentId && begun.get(parentId);
    const key = facts ? keyFor(parentId, facts, depth + 1) : parentId && keyOfUnit(parentId);
    // A key has one level of parts.
    return key?.includes('/') ? undefined : key;
  };
  const free = (wanted: string) => {
    let key = wanted;
    for (let number = 2; used.has(key) || isTaken(key); number++) key = `${wanted}-${number}`;
    return key;
  };
  for (const { unitId, facts } of plan.begins) keyFor(unitId, facts, 0);
  return keys;
}

function partName({ kind, sectionCode }: UnitFacts): string | undefined {
  if (kind === 'oneStop') return 'one-stop';
  if (kind === 'recordsOffice') return 'records';
  return kind === 'section' ? sectionCode : undefined;
}

function stem({ shortName, name }: UnitFacts): string {
  const words = searchText(shortName ?? name).replaceAll(/[^a-z0-9 ]/g, '');
  return words.split(' ').join('-').slice(0, 80).replace(/-+$/, '') || 'don-vi';
}
