import { type Permission, permissionRule } from '../../../modules/identity/contract.ts';
import type { ActName } from './acts.ts';
import { acts } from './acts.ts';
import type { Asker, StateFacts } from './facts.ts';
import type { PermissionFile } from './powers.ts';

/** What a power lent for an act rests on, in the words of the permission file. */
const lentBy: Readonly<Record<string, Permission>> = {
  result: 'dossiers.sign',
  supplement: 'dossiers.sign',
  stop: 'dossiers.sign',
  apology: 'dossiers.promise',
  extension: 'dossiers.promise',
  work: 'dossiers.work',
  assign: 'dossiers.assign',
};

/** The permission file without whatever asks for a fresh proof. */
const withoutProofs: PermissionFile = (permission) =>
  permissionRule(permission).stepUp === undefined ? permissionRule(permission) : {};

/**
 * Whether the file asks somebody who may for a fresh proof: nothing lets them that does not ask for one, or the act puts the
 * name of whoever signs under a letter.
 */
export function asksProof(name: ActName, asker: Asker, state: StateFacts): boolean {
  const lent = asker.lent.map((loan) => ({ ...loan, acts: loan.acts.filter(isUnasked) }));
  const putsName = name === 'stopDossier' || (name === 'requestSupplement' && state.step.kind === 'work');
  return putsName || !acts[name].by(withoutProofs, { ...asker, lent }, state);
}

function isUnasked(act: string): boolean {
  const permission = lentBy[act];
  return permission !== undefined && permissionRule(permission).stepUp === undefined;
}
