import { type DraftContent, differenceOf } from '../../../../modules/process/contract.ts';
import { formatTime } from '../../../../texts/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { Changes } from './changes.tsx';
import type { Theirs } from './use-draft-saving.ts';

export interface ConflictProps {
  readonly theirs: Theirs;
  /** The state both began from. */
  readonly before: DraftContent;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Somebody saved first: what they changed, and the two ways on. Nothing is overwritten before one is chosen. */
export function Conflict({ theirs, before, onTake, onKeep }: ConflictProps) {
  const { t } = useTexts();
  const time = formatTime(new Date(theirs.savedAt));
  return (
    <div role="alert">
      <Notice tone="warning" title={t('process.conflict.title', { name: theirs.savedBy, time })}>
        <Changes changes={differenceOf(before, theirs.content)} />
        <div className="mc-row">
          <button type="button" className="ds-button" data-variant="secondary" onClick={onTake}>
            {t('process.conflict.take')}
          </button>
          <button type="button" className="ds-button" data-variant="tertiary" onClick={onKeep}>
            {t('process.conflict.keep')}
          </button>
        </div>
      </Notice>
    </div>
  );
}
