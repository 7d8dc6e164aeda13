import type { FieldRefusal } from '../../../../kernel/refusal.ts';
import type { DraftState } from '../drafts/draft-views.ts';
import type { DecisionLine } from './decision-inputs.ts';

/** What is known of a draft that a line names. */
export interface KnownDraft {
  readonly code: string;
  readonly state: DraftState;
}

/** What is wrong with the lines of a decision, each with its place; empty when nothing is. */
export function checkLines(
  lines: readonly DecisionLine[],
  drafts: ReadonlyMap<string, KnownDraft>,
): readonly FieldRefusal[] {
  const seen = new Set<string>();
  return lines.flatMap((line, index) => {
    const at = `/lines/${index}`;
    const faults: FieldRefusal[] = [];
    if (seen.has(line.code)) faults.push({ pointer: `${at}/code`, type: 'catalogue.line-repeated' });
    seen.add(line.code);
    if (line.replacedBy === line.code)
      faults.push({ pointer: `${at}/replacedBy`, type: 'catalogue.line-replaces-itself' });
    return [...faults, ...draftFaults(line, drafts, `${at}/draftId`)];
  });
}

function draftFaults(
  line: DecisionLine,
  drafts: ReadonlyMap<string, KnownDraft>,
  pointer: string,
): readonly FieldRefusal[] {
  if (line.draftId === undefined) return [];
  if (line.change === 'abolished' || line.change === 'suspended')
    return [{ pointer, type: 'catalogue.line-ends-only' }];
  const draft = drafts.get(line.draftId);
  if (!draft || draft.state === 'discarded') return [{ pointer, type: 'catalogue.draft-not-found' }];
  return draft.code === line.code ? [] : [{ pointer, type: 'catalogue.line-draft-of-another' }];
}
