import type { DelegationView } from '../../../modules/identity/contract.ts';
import { StatusTag, type Tone } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

const tones: Readonly<Record<DelegationView['state'], Tone>> = {
  offered: 'warning',
  coming: 'info',
  now: 'success',
  over: 'neutral',
  declined: 'neutral',
  ended: 'neutral',
};

/** Where a delegation stands today, and why it ended. */
export function DelegationState({ row }: { readonly row: DelegationView }) {
  const { t } = useTexts();
  return (
    <div>
      <StatusTag tone={tones[row.state]}>{t(`delegation.state.${row.state}`)}</StatusTag>
      {row.endReason === undefined ? null : (
        <span className="mc-subtle mc-small mc-block">{row.endReason}</span>
      )}
    </div>
  );
}
