import type { Doubt, ProcedureContent } from '../content.ts';

/** Every doubt of a content with its number of facts: what an import reports as quarantined. */
export function doubtsOf(content: ProcedureContent): ReadonlyMap<Doubt, number> {
  const facts = [
    content.competentAgency,
    ...content.cases,
    ...content.components,
    ...content.timeLimits,
    ...content.fees,
    ...content.results,
  ];
  const counted = new Map<Doubt, number>();
  for (const fact of facts)
    for (const doubt of fact.doubts) counted.set(doubt, (counted.get(doubt) ?? 0) + 1);
  return counted;
}
