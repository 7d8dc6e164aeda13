import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { FieldRefusal } from '../../../kernel/refusal.ts';
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
  today: PlainDate,
): Result<LegalPersons> {
  if (!representation)
    return ok(submitter ? peopleOf(deps, submitter, { owner }) : peopleOf(deps, owner, undefined));
  const fields: FieldRefusal[] = [
    ...(submitter ? [] : [{ pointer: '/submitter/name', type: 'dossiers.submitter-missing' }]),
    ...ownerFaults({ owner, representation }, submitter?.identityNumber, '', today),
    ...(representationChecked === true
      ? []
      : [{ pointer: '/representationChecked', type: 'dossiers.representation-unchecked' }]),
  ];
  if (!submitter || fields.length > 0) return refuse('invalid', 'input.invalid', { fields });
  return ok(peopleOf(deps, submitter, { owner, representation }));
}
