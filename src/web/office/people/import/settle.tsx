import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';

interface SettleProps {
  /** Rows that may go in. */
  readonly ready: number;
  readonly wrongRows: number;
}

/** Taking the file in or laying it aside; what a button does stands on it. */
export function Settle({ ready, wrongRows }: SettleProps) {
  const { t } = useTexts();
  const kind = ready === 0 ? 'none' : wrongRows === 0 ? 'whole' : 'rest';
  return (
    <form method="post" className="mc-panel mc-panel--tinted mc-stack mc-stack--snug">
      <RequestId form="nhap-xong" />
      <p>{t(`people.import.choose-${kind}`)}</p>
      <div className="mc-row">
        {kind === 'none' ? null : (
          <button type="submit" name="choice" value={kind} className="ds-button" data-variant="primary">
            {t(`people.import.take-${kind}`, { count: ready })}
          </button>
        )}
        <button type="submit" name="choice" value="nothing" className="ds-button" data-variant="secondary">
          {t('people.import.take-nothing')}
        </button>
      </div>
    </form>
  );
}
