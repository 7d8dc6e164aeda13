import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';

export interface SettleProps {
  readonly ready: number;
  readonly wrongCount: number;
}

/** Taking the file in or laying it aside; what a button does stands on it. */
export function Settle({ ready, wrongCount }: SettleProps) {
  const { t } = useTexts();
  return (
    <form method="post" className="mc-panel mc-panel--tinted mc-stack mc-stack--snug">
      <RequestId form="nhap-xong" />
      <p>{wrongCount === 0 ? t('catalogue.import.choose-whole') : t('catalogue.import.choose-rest')}</p>
      <div className="mc-row">
        {ready === 0 ? null : (
          <button
            type="submit"
            name="choice"
            value={wrongCount === 0 ? 'whole' : 'rest'}
            className="ds-button"
            data-variant="primary"
          >
            {t(wrongCount === 0 ? 'catalogue.import.take-whole' : 'catalogue.import.take-rest', {
              count: ready,
            })}
          </button>
        )}
        <button type="submit" name="choice" value="nothing" className="ds-button" data-variant="secondary">
          {t('catalogue.import.take-nothing')}
        </button>
      </div>
    </form>
  );
}
