import type { SuccessorLabel } from '../../modules/dossiers/contract.ts';
import type { Translate } from '../../texts/translate.ts';

/** A successor of a split unit with the part it took over, where the decision says it. */
export function successorText({ name, part }: SuccessorLabel, t: Translate): string {
  return part === undefined ? name : t('units.successor-of-part', { name, part });
}
