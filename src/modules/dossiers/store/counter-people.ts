import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { RegisterWalkInInput } from '../contract.ts';
import { ownerFaults } from '../core/representing.ts';
import type { DossierDeps } from './deps.ts';
import { type LegalPersons, peopleOf } from './draft-people.ts';

/**
 * The people of a walk-in. Who only brings somebody's papers needs no right to; who acts for the owner shows by which,
 * and the officer has looked at it.
 */
export function counterPeople(
  deps: Pick<DossierDeps, 'seal'>,
  { owner, submitter, representation, representationChecked }: RegisterWalkInInput,
): Result<LegalPersons> {
  if (!representation)
    return ok(submitter ? peopleOf(deps, submitter, { owner }) : peopleOf(deps, owner, undefined));
  if (!submitter) return wrong('/submitter/name', 'dossiers.submitter-missing');
  const [fault] = ownerFaults({ owner, representation }, submitter.identityNumber, '');
  if (fault) return wrong(fault.pointer, fault.type);
  if (representationChecked !== true)
    return wrong('/representationChecked', 'dossiers.representation-unchecked');
  return ok(peopleOf(deps, submitter, { owner, representation }));
}

function wrong(pointer: string, type: string) {
  return refuse('invalid', 'input.invalid', { fields: [{ pointer, type }] });
}
