import { searchText } from '../../../../kernel/search-text.ts';
import type { DraftPerformer, DraftRow } from '../editing/draft-content.ts';

/** What a row probably is, from what it says and who does it: shown as a guess until somebody confirms it. */
export function guessKind(
  name: string,
  performer: DraftPerformer | undefined,
  place: { readonly isFirst: boolean; readonly isLast: boolean },
): DraftRow['kind'] {
  const text = searchText(name);
  const says = (pattern: RegExp) => pattern.test(text);
  if (performer === undefined && says(/nghia vu tai chinh|thong bao thue|nop (thue|le phi truoc ba)/))
    return 'wait';
  if (performer?.role === 'recordsClerk') return 'issue';
  if (place.isFirst && (performer?.role === 'oneStopOfficer' || says(/\btiep nhan\b/))) return 'intake';
  if (says(/\b(tra|trao|giao)( \S+){0,2} (ket qua|giay)|\btra ket qua\b/) && returns(performer, place))
    return 'return';
  if (says(/\b(van thu|dong dau|cap so|phat hanh)\b/)) return 'issue';
  if (
    says(/^(phe duyet|ky)\b|\b(ky duyet|ky ban hanh|ky phe duyet|xem xet ky|phe duyet)\b/) &&
    signs(performer)
  )
    return says(/\bky (nhay|tat)\b/) ? 'work' : 'sign';
  return 'work';
}

function returns(performer: DraftPerformer | undefined, place: { readonly isLast: boolean }): boolean {
  return place.isLast || performer?.role === 'oneStopOfficer';
}

function signs(performer: DraftPerformer | undefined): boolean {
  return performer === undefined || performer.role === 'leader' || performer.role === 'headOfSection';
}
