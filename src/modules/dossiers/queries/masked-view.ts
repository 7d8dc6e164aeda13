import type { Role } from '../../../kernel/actor.ts';
import type { QueryContext } from '../../../kernel/context.ts';
import {
  hiddenAnswers as hiddenFor,
  hiddenFrom,
  hidesWords,
  type MaskedField,
} from '../../privacy/public.ts';
import type { OfficeDossierView } from '../contract.ts';
import { closedFiles } from '../core/closed-files.ts';
import {
  maskAnswers,
  maskChange,
  maskParty,
  maskPost,
  withoutSensitive,
  withoutWords,
} from '../core/masking.ts';
import { postIn, stepPlace } from '../core/power-places.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';
import { type StandIn, standsIn } from '../store/substitutions.ts';
import type { TaskRow } from '../store/tasks.ts';

interface Known {
  readonly dossier: DossierRow;
  readonly tasks: readonly TaskRow[];
  readonly standIns: readonly StandIn[];
}

/** The dossier with what the asker's work on it does not need shown in part. */
export async function maskedView(
  deps: DossierDeps,
  ctx: QueryContext,
  view: OfficeDossierView,
  known: Known,
): Promise<OfficeDossierView> {
  const working = workingRoles(ctx, known);
  const hidden = hiddenFrom(deps.masking, working);
  const parties = view.parties.map((party) => maskParty(party, hidden));
  const partyChanges = view.partyChanges.map((change) => maskChange(change, hidden));
  const post = view.post.map((item) => maskPost(item, hidden));
  const { answers, hiddenAnswers } = await answersWithout(deps, ctx, known.dossier, view.answers, {
    hidden,
    working,
  });
  const answerNotes = hidesWords(deps.masking, working)
    ? view.answerNotes.map(withoutWords)
    : view.answerNotes;
  const shown = JSON.stringify([parties, partyChanges, post, answers, answerNotes]);
  const whole = [view.parties, view.partyChanges, view.post, view.answers, view.answerNotes];
  const isMasked = shown !== JSON.stringify(whole);
  return {
    ...view,
    parties,
    partyChanges,
    answerNotes,
    post,
    answers,
    isMasked,
    hiddenAnswers,
    ...closedFor(deps, ctx, working, known.tasks),
  };
}

function closedFor(
  deps: DossierDeps,
  ctx: QueryContext,
  working: readonly Role[],
  tasks: readonly TaskRow[],
) {
  const { actor, now } = ctx;
  return actor.kind === 'officer' ? { closed: closedFiles(deps.masking, working, actor, tasks, now) } : {};
}

async function answersWithout(
  deps: DossierDeps,
  ctx: QueryContext,
  { dossier_id: id, form_version_id: formId }: DossierRow,
  answers: OfficeDossierView['answers'],
  { hidden, working }: { readonly hidden: ReadonlySet<MaskedField>; readonly working: readonly Role[] },
): Promise<Pick<OfficeDossierView, 'answers' | 'hiddenAnswers'>> {
  if (formId === null) return { answers, hiddenAnswers: [] };
  const form = await deps.forms.getFormVersion(deps.db, ctx.jurisdiction, formId);
  if (!form.ok) throw new Error(`dossier ${id} is pinned to a missing form`);
  const { definition } = form.value;
  const sensitive = hiddenFor(deps.masking, working, definition.code);
  return withoutSensitive(definition, maskAnswers(definition, answers, hidden), sensitive);
}

/** The roles in which open steps of the dossier are the asker's, their group's, by a lent power, or of whom they stand in for. */
export function workingRoles({ actor }: QueryContext, { dossier, tasks, standIns }: Known): readonly Role[] {
  if (actor.kind !== 'officer') return [];
  const open = tasks.filter((task) => task.closed_at === null);
  const held = actor.posts.filter(({ role, unitScope }) =>
    open.some((task) => task.role === role && unitScope.includes(task.unit_id)),
  );
  const lent = open.filter((task) => standsIn(standIns, task) || postIn(actor, dossier, [stepPlace(task)]));
  return [...held, ...lent].map(({ role }) => role);
}
