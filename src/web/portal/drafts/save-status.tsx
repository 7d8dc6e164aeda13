import { formatTime } from '../../../texts/format.ts';
import type { SaveState } from '../../ui/form/use-autosave.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { signInAddress } from '../sign-in/sign-in-address.ts';

const failures = {
  network: 'form.not-saved',
  signedOut: 'form.not-saved-signed-out',
  changed: 'form.not-saved-changed',
} as const;

/** Whether what was typed is kept: said quietly when it is, loudly when it is not. */
export function SaveStatus({ state, draftId }: { readonly state: SaveState; readonly draftId: string }) {
  const { t } = useTexts();
  if (state.kind === 'failed') {
    return (
      <div className="mc-save mc-save--failed" role="alert">
        <p>{t(failures[state.reason])}</p>
        {state.reason === 'signedOut' ? (
          <a href={signInAddress(`/ban-khai/${draftId}`)} target="_blank" rel="noreferrer">
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
