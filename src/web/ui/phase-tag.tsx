import type { Phase } from '../../modules/dossiers/contract.ts';
import { StatusTag, type Tone } from './status-tag.tsx';
import { useTexts } from './use-texts.ts';

const tones: Readonly<Record<Phase, Tone>> = {
  submitted: 'info',
  refused: 'danger',
  accepted: 'info',
  inProcess: 'info',
  stopped: 'danger',
  completed: 'success',
  returned: 'success',
};

/** Where a dossier stands, as icon and word. */
export function PhaseTag({ phase }: { readonly phase: Phase }) {
  const { t } = useTexts();
  return <StatusTag tone={tones[phase]}>{t(`dossiers.phase.${phase}`)}</StatusTag>;
}
