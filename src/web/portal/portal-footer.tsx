import { useRouteLoaderData } from 'react-router';
import type { loader } from '../root-loader.ts';
import { useTexts } from '../ui/use-texts.ts';

/** Whose portal this is and how to reach a person. */
export function PortalFooter() {
  const { t, locale } = useTexts();
  const portal = useRouteLoaderData<typeof loader>('root')?.portal;
  const base = locale === 'en' ? '/en' : '';
  return (
    <footer className="mc-footer mc-no-print">
      <div className="mc-wrap mc-footer__columns">
        {portal === undefined ? null : (
          <section>
            <h2>{portal.agencyName}</h2>
            <address className="mc-stack mc-stack--tight">
              <span>{t('portal.footer.address', { address: portal.address })}</span>
              <span>
                {t('portal.footer.phone')}{' '}
                <a href={`tel:${portal.phone.replaceAll(' ', '')}`}>{portal.phone}</a>
              </span>
              <span>
                {t('portal.footer.email')} <a href={`mailto:${portal.email}`}>{portal.email}</a>
              </span>
            </address>
          </section>
        )}
        <section>
          <h2>{t('portal.footer.services')}</h2>
          <ul>
            <li>
              <a href={`${base}/thu-tuc`}>{t('portal.footer.procedures')}</a>
            </li>
            <li>
              <a href={`${base}/noi-nop`}>{t('counters.title')}</a>
            </li>
            <li>
              <a href={`${base}/tra-cuu`}>{t('portal.nav.look-up')}</a>
            </li>
            <li>
              <a href="/du-lieu-ca-nhan">{t('privacy.register.footer')}</a>
            </li>
            <li>
              <a href="/nhat-ky-niem-phong">{t('portal.footer.seals')}</a>
            </li>
          </ul>
        </section>
        <section>
          <h2>{t('portal.footer.for-officers')}</h2>
          <ul>
            <li>
              <a href="/can-bo">{t('portal.footer.office')}</a>
            </li>
            <li>
              <a href={`${base}/api/docs`}>{t('portal.footer.api')}</a>
            </li>
          </ul>
        </section>
      </div>
    </footer>
  );
}
