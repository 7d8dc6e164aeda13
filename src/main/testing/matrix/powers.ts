import type { Role } from '../../../kernel/actor.ts';
import { permissionRule } from '../../../modules/identity/contract.ts';
import type { Permission } from '../../../modules/identity/public.ts';
import type { Asker, StateFacts, StepFacts } from './facts.ts';

/** What the permission file says of a permission; tests strike things out of it. */
export type PermissionFile = (permission: Permission) => {
  readonly inUnits?: readonly Role[] | undefined;
  readonly everywhere?: readonly Role[] | undefined;
};

export const shippedFile: PermissionFile = permissionRule;

/** What doing a step of this kind is, in the words of the permission file. */
export const permissionOfKind = {
  intake: 'dossiers.accept',
  work: 'dossiers.work',
  opinion: 'dossiers.work',
  wait: 'dossiers.work',
  sign: 'dossiers.sign',
  issue: 'dossiers.issue',
  return: 'dossiers.return',
} as const satisfies Readonly<Record<StepFacts['kind'], Permission>>;

/** What of it may be lent; taking in, sealing and handing over never are. */
export const lentAs: Readonly<Partial<Record<StepFacts['kind'], string>>> = {
  work: 'work',
  opinion: 'work',
  wait: 'work',
  sign: 'result',
};

/** Whether they hold the permission in one of the units, or for the sector: by a post, or given singly. */
export function holds(
  file: PermissionFile,
  asker: Asker,
  permission: Permission,
  units: readonly string[],
  sector?: string,
): boolean {
  const { inUnits = [], everywhere = [] } = file(permission);
  const byPost = asker.posts.some(
    (post) =>
      post.without?.includes(permission) !== true &&
      (everywhere.includes(post.role) ||
        (inUnits.includes(post.role) && post.units.some((unit) => units.includes(unit)))),
  );
  return (
    byPost ||
    asker.given.some(
      (grant) =>
        grant.permission === permission &&
        (grant.everywhere === true ||
          (grant.units ?? []).some((unit) => units.includes(unit)) ||
          (sector !== undefined && grant.sector === sector)),
    )
  );
}

/** Whether a post of their own acts in that role there, holding what the act is. */
export function inPost(
  file: PermissionFile,
  asker: Asker,
  { role, unit }: Pick<StepFacts, 'role' | 'unit'>,
  permission: Permission,
): boolean {
  return asker.posts.some(
    (post) =>
      post.role === role &&
      post.units.includes(unit) &&
      file(permission).inUnits?.includes(role) === true &&
      post.without?.includes(permission) !== true,
  );
}

/** Whether the act was lent to them by a post of that role there, for this matter. */
export function byLoan(
  asker: Asker,
  state: StateFacts,
  { role, unit }: Pick<StepFacts, 'role' | 'unit'>,
  act: string | undefined,
): boolean {
  return asker.lent.some(
    (loan) =>
      act !== undefined &&
      loan.role === role &&
      loan.units.includes(unit) &&
      loan.acts.includes(act) &&
      concerns(loan, state),
  );
}

/** Whether the work of a post there was lent to them, and the post holds the permission. */
export function lends(
  file: PermissionFile,
  asker: Asker,
  state: StateFacts,
  permission: Permission,
  units: readonly string[],
): boolean {
  return asker.lent.some(
    (loan) =>
      loan.acts.includes('work') &&
      loan.units.some((unit) => units.includes(unit)) &&
      file(permission).inUnits?.includes(loan.role) === true &&
      concerns(loan, state),
  );
}

/** Whether the step is one they do: by their post, by a lent power, or for whom they stand in. */
export function doesStep(file: PermissionFile, asker: Asker, state: StateFacts, step: StepFacts): boolean {
  const isTask = step.kind === 'work' || step.kind === 'opinion' || step.kind === 'return';
  const standsIn = step.heldBy !== undefined && asker.standsInFor === step.heldBy && isTask;
  return (
    inPost(file, asker, step, permissionOfKind[step.kind]) ||
    byLoan(asker, state, step, lentAs[step.kind]) ||
    standsIn
  );
}

/** Whether nobody else stands in the way: it is theirs, or whose work they do, or the group's. */
export function isFree(asker: Asker, step: StepFacts): boolean {
  if (step.heldBy === undefined) return step.toAssign !== true;
  return (
    asker.is === step.heldBy ||
    asker.standsInFor === step.heldBy ||
    asker.lent.some(({ of }) => of === step.heldBy)
  );
}

/** Whether they see the dossier: where it came in, is decided, is or was worked on; or by a lent power, or for somebody. */
export function reads(file: PermissionFile, asker: Asker, state: StateFacts): boolean {
  const { received, competent, step, done, opinion, sector } = state;
  const places = [received, competent, step.unit, ...done, ...(opinion ? [opinion.unit] : [])];
  const isOpen = state.phase !== 'refused' && state.phase !== 'stopped' && state.phase !== 'returned';
  return (
    holds(file, asker, 'dossiers.read', places, sector) ||
    asker.lent.some((loan) => concerns(loan, state) && loan.units.some((unit) => places.includes(unit))) ||
    (isOpen && step.heldBy !== undefined && asker.standsInFor === step.heldBy)
  );
}

function concerns(
  { sectors, procedures }: Asker['lent'][number],
  { sector, procedure }: Pick<StateFacts, 'sector' | 'procedure'>,
): boolean {
  return (
    (sectors.length === 0 && procedures.length === 0) ||
    sectors.includes(sector) ||
    procedures.includes(procedure)
  );
}
