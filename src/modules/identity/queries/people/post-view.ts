import { addDays, type PlainDate } from '../../../../kernel/plain-date.ts';
import type { PostView } from '../../core/people/people-views.ts';
import type { UnitDirectory } from '../../core/unit.ts';
import type { OfficerPostRow } from '../../store/people/officer-accounts.ts';

/** A post in words of a day: its unit as it is called then. */
export function toPostView(units: UnitDirectory, row: OfficerPostRow, today: PlainDate): PostView {
  const unit = units.unitOn(row.unit_id, today) ?? units.latest(row.unit_id);
  const isPast = row.valid_to !== null && row.valid_to <= today;
  return {
    postId: row.post_id,
    unitId: row.unit_id,
    unit: unit?.name ?? '',
    role: row.role,
    title: row.title,
    signatureLines: row.signature_lines,
    from: row.valid_from,
    ...(row.valid_to !== null && { lastOn: addDays(row.valid_to, -1) }),
    when: isPast ? 'past' : row.valid_from > today ? 'coming' : 'now',
  };
}
