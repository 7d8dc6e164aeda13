import type { Id } from '../../../../kernel/id.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { UnitDirectory } from '../../../identity/public.ts';
import type { StepKind } from '../wire/views.ts';

/**
 * What a substitute may do without holding the role: the work itself. Taking a dossier in, signing, numbering and
 * sealing act for the agency; they need a post that says so ("phân công xử lý thay" is not "ủy quyền": practice 9).
 */
const lent: ReadonlySet<StepKind> = new Set<StepKind>(['work', 'opinion', 'return']);

export function isLent(kind: StepKind): boolean {
  return lent.has(kind);
}

/** Units whose head or leader decides who does the unit's work: itself, and what a section or counter belongs to. */
export function placesToAssign(
  units: Pick<UnitDirectory, 'unitOn' | 'latest'>,
  unitId: Id<'unit'>,
  on: PlainDate,
): Id<'unit'>[] {
  const unit = units.unitOn(unitId, on) ?? units.latest(unitId);
  const isPart = unit?.kind === 'section' || unit?.kind === 'oneStop' || unit?.kind === 'recordsOffice';
  return isPart && unit.parentId ? [unitId, unit.parentId] : [unitId];
}

/** Whether one of the posts belongs to the agency of the unit today: only a colleague stands in for somebody. */
export function isColleague(
  units: Pick<UnitDirectory, 'unitOn' | 'latest' | 'successorsOn'>,
  posts: readonly { readonly unitId: Id<'unit'> }[],
  unitId: Id<'unit'>,
  today: PlainDate,
): boolean {
  const agencies = new Set(units.successorsOn(unitId, today).map((unit) => agencyOf(units, unit.id, today)));
  return posts.some((post) => agencies.has(agencyOf(units, post.unitId, today)));
}

function agencyOf(
  units: Pick<UnitDirectory, 'unitOn' | 'latest'>,
  unitId: Id<'unit'>,
  on: PlainDate,
): Id<'unit'> {
  return placesToAssign(units, unitId, on).at(-1) ?? unitId;
}
