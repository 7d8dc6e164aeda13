import type { Component, ProcedureCase } from '../content.ts';
import { gluedComponent, readComponent } from './read-component.ts';
import { type Heading, readHeading } from './read-heading.ts';
import type { SourceGroup } from './source-record.ts';

export interface Papers {
  readonly cases: ProcedureCase[];
  readonly components: Component[];
}

/** The one case of a procedure that has no variants. */
const general: ProcedureCase = { key: 'chung', name: 'Trường hợp chung', certainty: 'verified', doubts: [] };

/**
 * Cases and papers from the source's groups: headings that are titles become none, headings that say when
 * become conditions, only what can be told apart as a variant becomes a case.
 */
export function readPapers(groups: readonly SourceGroup[]): Papers {
  const cases: ProcedureCase[] = [];
  const components: Component[] = [];
  let nextKey = 1;
  const add = (component: Component | undefined, caseKey: string | undefined) => {
    if (component) components.push(caseKey ? { ...component, cases: [caseKey] } : component);
  };
  for (const group of groups) {
    const heading = readHeading(group.case);
    if (heading.gluedPaper) add(gluedComponent(heading.gluedPaper, `giay-to-${nextKey++}`), undefined);
    const caseKey = heading.kind === 'case' && group.items.length > 0 ? keepCase(cases, heading) : undefined;
    for (const item of group.items) add(readComponent(item, heading, `giay-to-${nextKey++}`), caseKey);
  }
  const shared = components.some((component) => !component.cases);
  const withGeneral = cases.length === 0 || (cases.length === 1 && shared);
  return { cases: withGeneral ? [general, ...cases] : cases, components };
}

function keepCase(cases: ProcedureCase[], heading: Heading): string {
  const known = cases.find((candidate) => candidate.name === heading.text);
  if (known) return known.key;
  const key = `truong-hop-${cases.length + 1}`;
  const glued = heading.gluedPaper !== undefined;
  cases.push({
    key,
    name: heading.text,
    certainty: glued ? 'unverified' : 'verified',
    doubts: glued ? ['glued-text'] : [],
  });
  return key;
}
