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

/** Where a dossier stands, as icon and word; with its national status also what it waits for. */
export function PhaseTag({ phase, status }: { readonly phase: Phase; readonly status?: number }) {
  const { t } = useTexts();
  if (status === 5 || status === 6 || status === 7)
    return <StatusTag tone="warning">{t(`dossiers.waiting.${status}`)}</StatusTag>;
  return <StatusTag tone={tones[phase]}>{t(`dossiers.phase.${phase}`)}</StatusTag>;
}
