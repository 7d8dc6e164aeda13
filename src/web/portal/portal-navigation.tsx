import { useLocation, useRouteLoaderData } from 'react-router';
import type { TextKey } from '../../texts/catalogue.ts';
import { usePageHandle } from '../page-handle.ts';
import type { loader } from '../root-loader.ts';
import { Icon } from '../ui/icon.tsx';
import { useTexts } from '../ui/use-texts.ts';

interface NavigationLink {
  readonly href: string;
  readonly text: TextKey;
}

const publicLinks: readonly NavigationLink[] = [
  { href: '/thu-tuc', text: 'portal.nav.procedures' },
  { href: '/tra-cuu', text: 'portal.nav.look-up' },
];

const citizenLinks: readonly NavigationLink[] = [
  { href: '/ho-so', text: 'portal.nav.my-dossiers' },
  { href: '/hop-thu', text: 'portal.nav.inbox' },
  { href: '/tai-khoan', text: 'account.nav' },
];

const officerLinks: readonly NavigationLink[] = [{ href: '/can-bo', text: 'portal.nav.office' }];

/** Links of the header, and those of whoever is signed in. */
export function PortalNavigation({ label }: { readonly label: string }) {
  const { t, locale } = useTexts();
  const { pathname } = useLocation();
  const account = useRouteLoaderData<typeof loader>('root')?.account;
  const base = locale === 'en' ? '/en' : '';
  const links = [
    ...publicLinks.map((link) => ({ ...link, href: `${base}${link.href}` })),
    ...(account?.kind === 'citizen' ? citizenLinks : []),
    ...(account?.kind === 'officer' ? officerLinks : []),
  ];
  return (
    <nav className="mc-nav" aria-label={label}>
      {links.map((link) => (
        <a
          key={link.href}
          className="mc-nav__link"
          href={link.href}
          aria-current={pathname.startsWith(link.href) ? 'page' : undefined}
        >
          {t(link.text)}
        </a>
      ))}
    </nav>
  );
}

/** Language switch and signing in or out. */
export function PortalAccount() {
  const { t } = useTexts();
  const account = useRouteLoaderData<typeof loader>('root')?.account;
  return (
    <div className="mc-account">
      <LanguageSwitch />
      {account === undefined ? (
        <a className="mc-signin" href="/dang-nhap">
          <Icon name="user" /> {t('common.sign-in')}
        </a>
      ) : (
        <>
          <span className="mc-account__name">{account.displayName}</span>
          <form method="post" action="/dang-xuat">
            <button type="submit" className="mc-nav__link mc-nav__link--button">
              {t('common.sign-out')}
            </button>
          </form>
        </>
      )}
    </div>
  );
}

/** To the same page in the other language where it exists, else to that language's home page. */
function LanguageSwitch() {
  const { t, locale } = useTexts();
  const { pathname } = useLocation();
  const { english } = usePageHandle();
  const twin =
    locale === 'en' ? pathname.replace(/^\/en/, '') || '/' : english === true ? `/en${pathname}` : '/en';
  return (
    <a className="mc-nav__link" href={twin.replace(/\/$/, '') || '/'} lang={locale === 'en' ? 'vi' : 'en'}>
      <Icon name="globe" />
      <span className="mc-nav__icon-text">{t('portal.other-language')}</span>
    </a>
  );
}
