import type { ReactNode } from 'react';
import { useRouteLoaderData } from 'react-router';
import type { loader } from '../root-loader.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { useTexts } from '../ui/use-texts.ts';
import { PortalFooter } from './portal-footer.tsx';
import { PortalAccount, PortalNavigation } from './portal-navigation.tsx';

/** Frame of every portal page: skip link, header, the page's own `main`, footer. */
export function PortalShell({
  children,
  flush = false,
}: {
  readonly children: ReactNode;
  readonly flush?: boolean;
}) {
  const { t, locale } = useTexts();
  const portal = useRouteLoaderData<typeof loader>('root')?.portal;
  return (
    <>
      <a className="mc-skip" href="#noi-dung">
        {t('common.skip-to-content')}
      </a>
      <header className="mc-header mc-no-print">
        <div className="mc-wrap mc-header__bar">
          <a className="mc-brand" href={locale === 'en' ? '/en' : '/'}>
            <BrandMark />
            <span>
              <span className="mc-brand__name">{t('portal.brand')}</span>
              <span className="mc-brand__place">
                {portal === undefined ? null : t('portal.brand-place', { province: portal.provinceName })}
              </span>
            </span>
          </a>
          <PortalNavigation label={t('portal.nav.label')} />
          <PortalAccount />
          <details className="mc-menu">
            <summary>
              <Icon name="menu" /> {t('portal.nav.menu')}
            </summary>
            <div className="mc-menu__panel">
              <PortalNavigation label={t('portal.nav.label')} />
              <PortalAccount />
            </div>
          </details>
        </div>
      </header>
      <main id="noi-dung" tabIndex={-1} className={flush ? 'mc-main mc-main--flush' : 'mc-main'}>
        {flush ? children : <div className="mc-wrap">{children}</div>}
      </main>
      <PortalFooter />
    </>
  );
}
