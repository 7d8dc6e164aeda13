import type { Actor, DelegatedPost, HeldPost, Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { actingPost, type LentAct, type Permission, permissionRule } from '../../identity/public.ts';
import { allowedOutcomes, findStep, findWait, type ProcessGraph } from '../../process/public.ts';
import { type LimitedBy, matterOf } from './matter.ts';
import type { StepKind } from './wire/views.ts';

/** A post that may do something: a role in a unit, by a permission; `act` where its power may be lent. */
export interface PowerPlace {
  readonly role: Role;
  readonly unitId: Id<'unit'>;
  readonly permission: Permission;
  readonly act?: LentAct;
}

/** A task as far as powers go. */
export interface PlacedTask {
  readonly step_key: string;
  readonly kind: StepKind;
  readonly unit_id: Id<'unit'>;
  readonly role: Role;
  readonly closed_at: Date | null;
}

/** A dossier as far as powers go. */
export interface PlacedDossier extends LimitedBy {
  readonly received_unit_id: Id<'unit'>;
  readonly competent_unit_id: Id<'unit'>;
}

/**
 * What doing a step is, by its kind. Taking in, sealing and handing over are never lent: they need a post that says so.
 */
const stepPowers: Readonly<Record<StepKind, { readonly permission: Permission; readonly act?: LentAct }>> = {
  intake: { permission: 'dossiers.accept' },
  work: { permission: 'dossiers.work', act: 'work' },
  opinion: { permission: 'dossiers.work', act: 'work' },
  wait: { permission: 'dossiers.work', act: 'work' },
  sign: { permission: 'dossiers.sign', act: 'result' },
  issue: { permission: 'dossiers.issue' },
  return: { permission: 'dossiers.return' },
};

/** What a step is among the acts somebody may lend. */
export function actOfStep(kind: StepKind): LentAct | undefined {
  return stepPowers[kind].act;
}

/** The permission that doing a step of the kind takes. */
export function permissionOfStep(kind: StepKind): Permission {
  return stepPowers[kind].permission;
}

/** Whose a step is. */
export function stepPlace({
  role,
  unit_id: unitId,
  kind,
}: Omit<PlacedTask, 'step_key' | 'closed_at'>): PowerPlace {
  return { role, unitId, ...stepPowers[kind] };
}

/** The same by a post of one's own alone. */
export function ownPlace({ role, unit_id: unitId, kind }: Parameters<typeof stepPlace>[0]): PowerPlace {
  return { role, unitId, permission: stepPowers[kind].permission };
}

/** Every role that holds the permission, in these units. */
export function placesHolding(
  permission: Permission,
  unitIds: readonly Id<'unit'>[],
  act?: LentAct,
): readonly PowerPlace[] {
  const { inUnits = [] } = permissionRule(permission);
  const lent = act === undefined ? {} : { act };
  return [...new Set(unitIds)].flatMap((unitId) =>
    inUnits.map((role) => ({ role, unitId, permission, ...lent })),
  );
}

/** Leaders of the agency that decides: they give further time and say sorry. */
export function promisePlaces(
  { competent_unit_id: unitId }: PlacedDossier,
  act: 'apology' | 'extension',
): readonly PowerPlace[] {
  return [{ role: 'leader', unitId, permission: 'dossiers.promise', act }];
}

/**
 * Who may end a dossier or answer a wish to withdraw it: whoever has an open step that may stop it (a wait included), and a
 * leader of the resolving agency at any time.
 */
export function endPlaces(
  graph: ProcessGraph,
  tasks: readonly PlacedTask[],
  { competent_unit_id: unitId }: PlacedDossier,
): readonly PowerPlace[] {
  const steps = tasks
    .filter((task) => task.closed_at === null && mayStop(graph, task.step_key))
    .map((task) => ({ ...stepPlace(task), act: 'stop' as const }));
  return [...steps, { role: 'leader', unitId, permission: 'dossiers.sign', act: 'stop' }];
}

/** Who writes into the log of the clock: whoever has an open step, and whoever signs for the agency that decides. */
export function clockPlaces(
  tasks: readonly PlacedTask[],
  { competent_unit_id: unitId }: PlacedDossier,
): readonly PowerPlace[] {
  const steps = tasks.filter((task) => task.closed_at === null && task.kind !== 'intake').map(stepPlace);
  return [...steps, ...placesHolding('dossiers.sign', [unitId], 'work')];
}

/** Who takes in papers that were asked for: the counter, the agency, and the unit that asked. */
export function supplementPlaces(
  { received_unit_id, competent_unit_id }: PlacedDossier,
  askedIn: Id<'unit'> | undefined,
): readonly PowerPlace[] {
  const units = [received_unit_id, competent_unit_id, ...(askedIn === undefined ? [] : [askedIn])];
  return placesHolding('dossiers.work', units, 'work');
}

/** Who writes down what a dossier waited for: the unit that goes on with it, and the counter. */
export function messagePlaces(
  { received_unit_id }: PlacedDossier,
  { unit_id }: Pick<PlacedTask, 'unit_id'>,
): readonly PowerPlace[] {
  return placesHolding('dossiers.work', [unit_id, received_unit_id], 'work');
}

/** Who puts pictures of papers on a dossier: the counter that received it and whoever works on it. */
export function scanPlaces(
  { received_unit_id }: PlacedDossier,
  tasks: readonly PlacedTask[],
): readonly PowerPlace[] {
  const working = tasks.filter((task) => task.closed_at === null && task.kind !== 'opinion');
  const units = working.map((task) => task.unit_id);
  return [
    ...placesHolding('dossiers.accept', [received_unit_id]),
    ...placesHolding('dossiers.work', units, 'work'),
  ];
}

/** The post of the officer, or lent to them, that acts in one of the places. */
export function postIn(
  actor: Actor,
  dossier: LimitedBy,
  places: readonly PowerPlace[],
): HeldPost | DelegatedPost | undefined {
  for (const { role, unitId, permission, act } of places) {
    const post = actingPost(actor, role, unitId, permission, matterOf(dossier, act));
    if (post) return post;
  }
  return undefined;
}

function mayStop(graph: ProcessGraph, key: string): boolean {
  const step = (findStep(graph, key) ?? findWait(graph, key))?.step;
  return step !== undefined && allowedOutcomes(step).includes('stop');
}
