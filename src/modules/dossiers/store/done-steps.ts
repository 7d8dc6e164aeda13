import type { Connection } from '../../../platform/database.ts';
import type { DossierDeps } from './deps.ts';
import type { TaskRow } from './tasks.ts';

/** The steps, those done under a lent power with whose it was; nothing is asked where none was. */
export async function withPowers<Step extends Pick<TaskRow, 'facts'>>(
  connection: Connection,
  deps: Pick<DossierDeps, 'identity'>,
  steps: readonly Step[],
): Promise<readonly (Step & { readonly by_power_of?: string | undefined })[]> {
  const ids = steps.flatMap(({ facts }) => delegationIn(facts) ?? []);
  if (ids.length === 0) return steps;
  const lent = await deps.identity.delegations.describe(connection, ids);
  return steps.map((step) => ({
    ...step,
    by_power_of: lent.get(delegationIn(step.facts) ?? '')?.principalPersonId,
  }));
}

function delegationIn({ delegationId }: TaskRow['facts']): string | undefined {
  return typeof delegationId === 'string' ? delegationId : undefined;
}
