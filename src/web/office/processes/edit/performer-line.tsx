import { useTexts } from '../../../ui/use-texts.ts';
import { roleText } from '../../office-queues.ts';
import type { RowProps } from './editor-props.ts';
import { unitText } from './row-texts.ts';

/** Beneath the decision's words: who that is in the software, or that somebody must say so. */
export function PerformerLine({ row, units }: RowProps) {
  const { t } = useTexts();
  const { performer, wait, kind, guessed } = row;
  if (kind === 'wait')
    return (
      <p className="mc-steps__who">
        {wait === undefined
          ? t('process.edit.wait-unknown')
          : t('process.edit.wait-for', { message: messageName(wait.message, t) })}
      </p>
    );
  if (performer === undefined)
    return <p className="mc-steps__who mc-steps__who--missing">{t('process.edit.performer-unknown')}</p>;
  const value = unitText(performer.unit);
  const unit = units.find((each) => each.value === value)?.label ?? value;
  return (
    <p className="mc-steps__who">
      {t(roleText(performer.role))} – {unit}
      {guessed?.includes('performer') === true ? (
        <span className="mc-guess">{t('process.edit.guessed')}</span>
      ) : null}
    </p>
  );
}

/** What is waited for, in words where it is one of the usual messages. */
function messageName(message: string, t: ReturnType<typeof useTexts>['t']): string {
  if (message === 'tax-notice') return t('process.edit.message.tax-notice');
  return message === 'tax-paid' ? t('process.edit.message.tax-paid') : message;
}
