import type { Phase } from '../../../modules/dossiers/contract.ts';
import { StatusTag, type Tone } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

const tones: Record<Phase, Tone> = {
  submitted: 'info',
  refused: 'danger',
  accepted: 'info',
  inProcess: 'warning',
  stopped: 'danger',
  completed: 'success',
  returned: 'success',
};

/** Where a dossier is in its life, as icon and words. */
export function PhaseTag({ phase }: { readonly phase: Phase }) {
  const { t } = useTexts();
  return <StatusTag tone={tones[phase]}>{t(`dossiers.phase.${phase}`)}</StatusTag>;
}
