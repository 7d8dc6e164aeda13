import type { Doubt } from '../../../modules/catalogue/contract.ts';
import { useTexts } from '../../ui/use-texts.ts';

export interface Fact {
  readonly certainty: 'verified' | 'unverified';
  readonly doubts: readonly Doubt[];
}

/** "Chưa đối chiếu" with the reasons, at the place of the fact; nothing beside a fact that is believed. */
export function DoubtMark({ fact }: { readonly fact: Fact }) {
  const { t } = useTexts();
  if (fact.certainty === 'verified') return null;
  const reasons = fact.doubts.map((doubt) => t(`procedure.doubt.${doubt}`)).join('; ');
  return (
    <span className="mc-doubt">
      <strong>{t('procedure.doubt.mark')}</strong>
      {reasons === '' ? null : `: ${reasons}`}
    </span>
  );
}
