import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { FieldRefusal } from '../../../kernel/refusal.ts';
import { representationPaper } from './wire/representation.ts';
import type { Represented } from './wire/represented.ts';

/** What is wrong with acting for this owner on `today`; pointers begin with `at`. */
export function ownerFaults(
  { owner, representation }: Represented,
  submitterNumber: string | undefined,
  at: string,
  today: PlainDate,
): readonly FieldRefusal[] {
  const faults: FieldRefusal[] = [];
  if (representation.capacity === 'organisation' && owner.taxCode === undefined)
    faults.push({ pointer: `${at}/owner/taxCode`, type: 'dossiers.tax-code-missing' });
  if (owner.identityNumber !== undefined && owner.identityNumber === submitterNumber)
    faults.push({ pointer: `${at}/owner/identityNumber`, type: 'dossiers.owner-is-submitter' });
  if (representation.issuedOn !== undefined && representation.issuedOn > today)
    faults.push({ pointer: `${at}/representation/issuedOn`, type: 'dossiers.document-in-future' });
  return faults;
}

/** The scan of the paper must be there before a dossier is handed in for somebody else. */
export function proofFaults(
  represented: Represented | undefined,
  uploaded: ReadonlySet<string>,
): readonly FieldRefusal[] {
  if (!represented || uploaded.has(representationPaper)) return [];
  const params = { name: represented.representation.document };
  return [{ pointer: `/components/${representationPaper}`, type: 'dossiers.component-missing', params }];
}
