import { searchText } from '../../../../kernel/search-text.ts';
import type { DraftPerformer, DraftRow } from '../editing/draft-content.ts';

/** One phrase by which decisions name a performer; the installation's list is data. */
export interface PerformerPhrase {
  readonly phrase: string;
  /** `whole` says unit and role, `role` only the role, `unit` the unit (its role where nothing else says one), `wait` nobody here. */
  readonly says: 'whole' | 'role' | 'unit' | 'wait';
  readonly unit?: DraftPerformer['unit'] | undefined;
  readonly role?: DraftPerformer['role'] | undefined;
  readonly wait?: DraftRow['wait'];
}

/** What a performer cell means: somebody here, somebody outside who is waited for, or neither is known. */
export type ReadPerformer =
  | { readonly kind: 'performer'; readonly performer: DraftPerformer }
  | { readonly kind: 'wait'; readonly wait: NonNullable<DraftRow['wait']> }
  | { readonly kind: 'unknown' };

/** Reads `Lãnh đạo Chi nhánh VPĐKĐĐ` by the longest phrases it contains; marks and case do not matter. */
export function readPerformer(dictionary: readonly PerformerPhrase[], cell: string): ReadPerformer {
  const text = ` ${searchText(cell)} `;
  const found = dictionary
    .filter(({ phrase }) => text.includes(` ${searchText(phrase)} `))
    .toSorted((one, other) => other.phrase.length - one.phrase.length);
  const first = (says: PerformerPhrase['says']) => found.find((entry) => entry.says === says);
  const wait = first('wait')?.wait;
  if (wait !== undefined) return { kind: 'wait', wait };
  const whole = first('whole');
  if (whole?.unit !== undefined && whole.role !== undefined) return performedBy(whole.unit, whole.role);
  const unit = first('unit');
  const role = first('role')?.role ?? unit?.role;
  return role === undefined ? { kind: 'unknown' } : performedBy(unit?.unit ?? 'competent', role);
}

/** Whoever works at the one-stop takes in and returns, by whatever name. */
function performedBy(unit: DraftPerformer['unit'], role: DraftPerformer['role']): ReadPerformer {
  const fitting = unit === 'oneStop' && role === 'specialist' ? 'oneStopOfficer' : role;
  return { kind: 'performer', performer: { unit, role: fitting } };
}
