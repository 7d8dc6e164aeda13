import type { ActivationSlip } from '../../../modules/identity/contract.ts';
import { DateTime } from '../../ui/moments.tsx';
import { useTexts } from '../../ui/use-texts.ts';

interface SlipProps {
  readonly slip: ActivationSlip;
  /** Address that carries the code. */
  readonly link: string;
}

/** What is printed and handed over in an envelope, or sent as a link: it opens the account once. */
export function Slip({ slip, link }: SlipProps) {
  const { t } = useTexts();
  return (
    <section className="mc-notice" data-tone="warning" aria-labelledby="phieu" role="status">
      <div className="mc-stack mc-stack--snug">
        <h2 id="phieu">{t('people.slip')}</h2>
        <p>
          <strong>{slip.name}</strong> – {slip.unit}
        </p>
        <p>
          {t('people.login')}: <strong>{slip.login}</strong>
        </p>
        <p>
          {t('people.code')}: <code className="mc-number">{slip.code}</code>
        </p>
        <p>
          {t('people.slip.link')} <span className="mc-break">{link}</span>
        </p>
        <p>
          {t('people.code.until')} <DateTime at={new Date(slip.expiresAt)} />. {t('people.slip.once')}
        </p>
      </div>
    </section>
  );
}
