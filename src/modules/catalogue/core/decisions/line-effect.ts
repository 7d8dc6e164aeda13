import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { DraftFaults } from '../drafts/draft-document.ts';
import type { DraftState } from '../drafts/draft-views.ts';
import { planChange, type Span, type SpanChange } from '../plan-change.ts';
import type { DecisionChange } from './decision-inputs.ts';
import type { LineEffect, NamedVersion } from './decision-views.ts';

/** What a line says and what is known of its procedure and draft. */
export interface LineFacts {
  readonly code: string;
  readonly name: string;
  readonly change: DecisionChange;
  readonly replacedBy?: string;
  readonly spans: readonly Span[];
  readonly draft?: {
    readonly draftId: string;
    readonly state: DraftState;
    readonly baseVersionId?: string;
    readonly faults?: DraftFaults;
  };
}

/** `publish`: a new text; `end`: none follows; `rests`: a text that another decision put in force. */
export type LineAct = 'publish' | 'end' | 'rests';

export interface PlannedLine {
  readonly act: LineAct;
  readonly change?: SpanChange;
  readonly effect: LineEffect;
}

/** What a line does from a day on, and what stands in its way. */
export function planLine(facts: LineFacts, from: PlainDate): PlannedLine {
  const act = actOf(facts);
  const change = act === 'rests' ? undefined : planChange(facts.spans, from, act);
  return {
    act,
    ...(change ? { change } : {}),
    effect: {
      code: facts.code,
      name: facts.name,
      change: facts.change,
      ...(facts.draft ? { draftId: facts.draft.draftId } : {}),
      ...(change?.closes ? { ends: named(change.closes) } : {}),
      withdraws: change?.withdraws.map(named) ?? [],
      obstacles: obstaclesOf(facts, act, change),
      warnings: [],
    },
  };
}

function actOf({ change, draft, replacedBy }: LineFacts): LineAct {
  if (change === 'abolished' || change === 'suspended') return 'end';
  if (draft) return draft.state === 'published' ? 'rests' : 'publish';
  return change === 'replaced' && replacedBy !== undefined ? 'end' : 'rests';
}

function obstaclesOf(
  facts: LineFacts,
  act: LineAct,
  change: SpanChange | undefined,
): LineEffect['obstacles'] {
  if (act === 'end') return change ? [] : [{ type: 'catalogue.nothing-to-end' }];
  if (act === 'rests')
    return facts.spans.length > 0 || facts.draft ? [] : [{ type: 'catalogue.line-without-text' }];
  const { draft } = facts;
  if (!draft) return [];
  return [
    ...(draft.state === 'approved' ? [] : [{ type: 'catalogue.line-not-approved' }]),
    ...(restsOnCurrent(draft.baseVersionId, change, facts.spans)
      ? []
      : [{ type: 'catalogue.draft-outdated' }]),
    ...[...(draft.faults?.missing ?? []), ...(draft.faults?.wrong ?? [])].map(({ type, pointer }) => ({
      type,
      pointer,
    })),
  ];
}

/** A text written on an older version would undo what was published since. */
function restsOnCurrent(
  base: string | undefined,
  change: SpanChange | undefined,
  spans: readonly Span[],
): boolean {
  const replaced = [...(change?.withdraws ?? []), ...(change?.closes ? [change.closes] : [])];
  if (replaced.length > 0) return replaced.some((span) => span.versionId === base);
  // Nothing is in force then: a first text, or one taken up again after its end.
  return base === undefined ? spans.length === 0 : spans.at(-1)?.versionId === base;
}

function named({ versionId, number, from }: Span): NamedVersion {
  return { versionId, number, from };
}
