import { type Answers, applies, holds } from './applies.ts';
import type { Channel, Component } from './content.ts';
import type { ProcedureVersion } from './procedure-version.ts';

/**
 * What a paper is in one case. `required`: must be handed in or shown. `conditional`: only if its condition
 * holds, which a person judges. `unverified`: listed for information, never demanded (practice 20–21).
 */
export type ComponentNeed = 'required' | 'conditional' | 'unverified';

export interface NeededComponent {
  readonly component: Component;
  readonly need: ComponentNeed;
}

/** Whatever carries content: a version, or a record not yet stored. */
type WithContent = Pick<ProcedureVersion, 'content'>;

/**
 * The papers of a case (of all cases while none is chosen, then those of one case as conditional) given the answers so far, in published order; papers whose condition is answered
 * "no" are left out. With a channel, papers of other channels are left out too.
 */
export function componentsFor(
  version: WithContent,
  caseKey: string | undefined,
  answers: Answers = {},
  channel?: Channel,
): readonly NeededComponent[] {
  const needed: NeededComponent[] = [];
  for (const component of version.content.components) {
    if (!applies(component, caseKey, channel)) continue;
    const need = needOf(component, answers, caseKey === undefined);
    if (need) needed.push({ component, need });
  }
  return needed;
}

function needOf(component: Component, answers: Answers, caseOpen: boolean): ComponentNeed | undefined {
  const met = component.condition?.when ? holds(component.condition.when, answers) : undefined;
  if (met === false) return undefined;
  if (component.certainty === 'unverified') return 'unverified';
  if (component.cases && caseOpen) return 'conditional';
  return !component.condition || met === true ? 'required' : 'conditional';
}
