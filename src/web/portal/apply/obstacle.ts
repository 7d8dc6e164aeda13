import type { ProcedureVersion } from '../../../modules/catalogue/contract.ts';

/** Key of the sentence that says why. */
export type Obstacle = `apply.obstacle.${'elsewhere' | 'counter-only' | 'no-form' | 'no-unit'}`;

/** Why the procedure cannot be filed here online, as the key of a sentence; undefined when it can. */
export function obstacleOf(
  version: Pick<ProcedureVersion, 'content' | 'routing'>,
  units: readonly unknown[],
  hasForm: boolean,
): Obstacle | undefined {
  if (version.routing.kind !== 'here') return 'apply.obstacle.elsewhere';
  if (!version.content.channels.includes('online')) return 'apply.obstacle.counter-only';
  if (!hasForm) return 'apply.obstacle.no-form';
  return units.length === 0 ? 'apply.obstacle.no-unit' : undefined;
}
