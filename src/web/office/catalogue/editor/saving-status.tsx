import { formatTime } from '../../../../texts/format.ts';
import { useTexts } from '../../../ui/use-texts.ts';
import type { SavingState } from './use-saving.ts';

/** Whether what is on the screen is kept, in words, read out when it changes. */
export function SavingStatus({ state }: { readonly state: SavingState }) {
  const { t } = useTexts();
  const words = () => {
    switch (state.kind) {
      case 'saved':
        return state.at === undefined
          ? t('catalogue.edit.all-saved')
          : t('catalogue.edit.saved-at', { time: formatTime(state.at) });
      case 'waiting':
      case 'conflict':
        return t('catalogue.edit.unsaved');
      case 'saving':
        return t('catalogue.edit.saving');
      case 'failed':
        return t('catalogue.edit.failed');
      case 'signedOut':
        return t('catalogue.edit.signed-out');
      case 'refused':
        return t('catalogue.edit.refused', { reason: state.reason });
      case 'merged':
        return t('catalogue.edit.merged', { who: state.who });
    }
  };
  const isTrouble = state.kind === 'failed' || state.kind === 'signedOut' || state.kind === 'refused';
  return (
    <p role="status" className={isTrouble ? 'mc-small mc-late' : 'mc-small mc-subtle'}>
      {words()}
    </p>
  );
}
