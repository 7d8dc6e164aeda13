import { provinceAddress } from '../../portal/sign-in/sign-in-address.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { useTexts } from '../../ui/use-texts.ts';

interface ProvinceAccountProps {
  readonly linkedAt: string | undefined;
  readonly hasPassword: boolean;
}

/** The own account at the province's issuer: linking it, taking it back, living without a password here. */
export function ProvinceAccount({ linkedAt, hasPassword }: ProvinceAccountProps) {
  const { t } = useTexts();
  return (
    <section className="mc-panel mc-stack">
      <h2>{t('province.account')}</h2>
      {linkedAt === undefined ? (
        <>
          <p>{t('province.account.none')}</p>
          <a className="ds-button mc-fit" data-variant="secondary" href={provinceAddress('/can-bo/bao-mat')}>
            {t('province.account.link')}
          </a>
        </>
      ) : (
        <>
          <p>
            {t('province.account.linked')} <DateTime at={new Date(linkedAt)} />
          </p>
          {hasPassword ? (
            <>
              <form method="post">
                <button
                  type="submit"
                  name="_action"
                  value="unlink"
                  className="ds-button"
                  data-variant="secondary"
                >
                  {t('province.account.unlink')}
                </button>
              </form>
              <Disclosure summary={t('province.account.drop-password')}>
                <form method="post" className="mc-stack">
                  <p>{t('province.account.drop-password.body')}</p>
                  <button
                    type="submit"
                    name="_action"
                    value="drop-password"
                    className="ds-button mc-fit"
                    data-variant="secondary"
                  >
                    {t('province.account.drop-password')}
                  </button>
                </form>
              </Disclosure>
            </>
          ) : null}
        </>
      )}
    </section>
  );
}
