import { formatTime } from '../../../texts/format.ts';
import type { SaveState } from '../../ui/form/use-autosave.ts';
import { useTexts } from '../../ui/use-texts.ts';

const failures = {
  network: 'form.not-saved',
  signedOut: 'form.not-saved-signed-out',
  changed: 'form.not-saved-changed',
} as const;

export interface SaveStatusProps {
  readonly state: SaveState;
  /** Where whoever fills the draft in signs in again. */
  readonly signIn: string;
}

/** Whether what was typed is kept: said quietly when it is, loudly when it is not. */
export function SaveStatus({ state, signIn }: SaveStatusProps) {
  const { t } = useTexts();
  if (state.kind === 'failed' || state.kind === 'refused') {
    return (
      <div className="mc-save mc-save--failed" role="alert">
        <p>{state.kind === 'refused' ? state.sentence : t(failures[state.reason])}</p>
        {state.kind === 'failed' && state.reason === 'signedOut' ? (
          <a href={signIn} target="_blank" rel="noreferrer">
            {t('form.sign-in-again')}
          </a>
        ) : null}
      </div>
    );
  }
  return (
    <p className="mc-save" role="status">
      {state.kind === 'saving' ? t('form.saving') : null}
      {state.kind === 'saved' ? t('form.saved-at', { time: formatTime(state.at) }) : null}
    </p>
  );
}
