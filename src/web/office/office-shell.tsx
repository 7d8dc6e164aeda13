import type { ReactNode } from 'react';
import { useLocation, useRouteLoaderData, useSearchParams } from 'react-router';
import type { loader } from '../root-loader.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { useTexts } from '../ui/use-texts.ts';
import type { AdminLink } from './admin-links.ts';
import { delegationsHome } from './delegation/addresses.ts';

/** One line of the left navigation. `count` is absent while unknown, never a guess. */
export interface QueueLink {
  readonly href: string;
  readonly label: string;
  readonly count?: number;
  /** Draws the eye: overdue, due today. */
  readonly urgent?: boolean;
  /** The work itself, what time presses, what rests with others. */
  readonly place: 'work' | 'time' | 'resting';
}

export interface OfficeShellProps {
  readonly children: ReactNode;
  readonly queues: readonly QueueLink[];
  /** Pages of administration the officer may open. */
  readonly admin?: readonly AdminLink[];
  /** The post the officer holds, e.g. "Công chức Một cửa – phường Tân Ninh". */
  readonly post?: string;
  /** Takes people's papers in at a counter. */
  readonly receives?: boolean;
  /** Gives out the work of a unit. */
  readonly leads?: boolean;
  /** Powers offered to the officer, or ending within a week. */
  readonly pressing?: number;
}

/** Frame of every office page: bar with the person and post, queues at the left, keyboard help. */
export function OfficeShell({
  children,
  queues,
  admin = [],
  post,
  receives = false,
  leads = false,
  pressing = 0,
}: OfficeShellProps) {
  const { t } = useTexts();
  const navigation = (
    <>
      <QueueNavigation queues={queues} receives={receives} />
      {post === undefined ? null : <TeamNavigation leads={leads} pressing={pressing} />}
      <AdminNavigation links={admin} />
    </>
  );
  return (
    <div className="mc-office">
      <a className="mc-skip" href="#noi-dung">
        {t('common.skip-to-content')}
      </a>
      <OfficeBar post={post} />
      <div className="mc-office__body">
        <details className="mc-office__menu mc-no-print">
          <summary>
            <Icon name="menu" /> {t('office.nav.menu')}
          </summary>
          {navigation}
        </details>
        <div className="mc-office__side mc-no-print">
          {navigation}
          <KeyboardHelp />
        </div>
        <main id="noi-dung" tabIndex={-1} className="mc-office__main mc-main">
          {children}
        </main>
      </div>
    </div>
  );
}

function OfficeBar({ post }: { readonly post: string | undefined }) {
  const { t } = useTexts();
  const account = useRouteLoaderData<typeof loader>('root')?.account;
  return (
    <header className="mc-office__bar mc-no-print">
      <a className="mc-office__brand" href="/can-bo">
        <BrandMark /> <span>{t('office.brand')}</span>
      </a>
      {account === undefined ? null : <OfficeSearch />}
      {account === undefined ? null : (
        <div className="mc-office__person">
          <span className="mc-office__name">
            <strong>
              <a href="/can-bo/bao-mat">{account.displayName}</a>
            </strong>
            {account.elsewhere ? (
              <a className="mc-small" href="/can-bo/bao-mat">
                <Icon name="alert" /> {t('security.elsewhere')}
              </a>
            ) : null}
            {post === undefined ? null : (
              <a className="mc-small mc-office__post" href="/can-bo/quyen">
                {post}
              </a>
            )}
          </span>
          <form method="post" action="/dang-xuat">
            <button type="submit" className="mc-office__out">
              {t('common.sign-out')}
            </button>
          </form>
        </div>
      )}
    </header>
  );
}

function QueueNavigation({ queues, receives }: Pick<OfficeShellProps, 'queues' | 'receives'>) {
  const { t } = useTexts();
  const { pathname } = useLocation();
  if (queues.length === 0) return null;
  return (
    <nav aria-label={t('office.nav.label')}>
      {receives ? (
        <a
          className="ds-button mc-queues__new"
          data-variant="primary"
          href="/can-bo/tiep-nhan"
          aria-current={pathname === '/can-bo/tiep-nhan' ? 'page' : undefined}
        >
          <Icon name="plus" /> {t('office.walk-in.link')}
        </a>
      ) : null}
      <QueueList queues={queues.filter(({ place }) => place === 'work')} />
      <QueueList title={t('office.nav.by-time')} queues={queues.filter(({ place }) => place === 'time')} />
      <RestingQueues queues={queues.filter(({ place }) => place === 'resting')} />
    </nav>
  );
}

/** Who does whose work: giving it out, and powers lent, with how many wait for a word. */
function TeamNavigation({ leads, pressing }: Required<Pick<OfficeShellProps, 'leads' | 'pressing'>>) {
  const { t } = useTexts();
  const { pathname } = useLocation();
  const links = [
    ...(leads ? [{ href: '/can-bo/phan-cong', label: t('office.nav.team'), count: 0 }] : []),
    { href: delegationsHome, label: t('delegation.title'), count: pressing },
  ];
  return (
    <nav aria-label={t('delegation.nav')}>
      <ul className="mc-queues">
        {links.map(({ href, label, count }) => (
          <li key={href}>
            <a
              className="mc-queue"
              href={href}
              aria-current={pathname === href ? 'page' : undefined}
              data-urgent={count > 0 ? '' : undefined}
            >
              <span>{label}</span>
              {count > 0 ? <span className="mc-queue__count">{count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Pages of administration; one stays marked on the pages beneath it. */
function AdminNavigation({ links }: { readonly links: readonly AdminLink[] }) {
  const { t } = useTexts();
  const { pathname } = useLocation();
  if (links.length === 0) return null;
  const [current] = links
    .map(({ href }) => href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .toSorted((one, other) => other.length - one.length);
  return (
    <nav aria-label={t('office.admin')}>
      <p className="mc-queues__title">{t('office.admin')}</p>
      <ul className="mc-queues">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a className="mc-queue" href={href} aria-current={href === current ? 'page' : undefined}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What waits for others, out of the way until it is looked for. */
function RestingQueues({ queues }: Pick<OfficeShellProps, 'queues'>) {
  const { t } = useTexts();
  const { pathname } = useLocation();
  if (queues.length === 0) return null;
  const waiting = queues.reduce((sum, { count = 0 }) => sum + count, 0);
  return (
    <details className="mc-queues__more" open={queues.some(({ href }) => href === pathname)}>
      <summary>
        <span>{t('office.nav.resting')}</span>
        <span className="mc-queue__count">{waiting}</span>
      </summary>
      <QueueList queues={queues} />
    </details>
  );
}

function QueueList({ queues, title }: Pick<OfficeShellProps, 'queues'> & { readonly title?: string }) {
  const { pathname } = useLocation();
  if (queues.length === 0) return null;
  return (
    <>
      {title === undefined ? null : <p className="mc-queues__title">{title}</p>}
      <ul className="mc-queues">
        {queues.map((queue) => (
          <li key={queue.href}>
            <a
              className="mc-queue"
              href={queue.href}
              aria-current={pathname === queue.href ? 'page' : undefined}
              data-urgent={queue.urgent === true && queue.count !== 0 ? '' : undefined}
            >
              <span>{queue.label}</span>
              {queue.count === undefined ? null : (
                <span className="mc-queue__count">{queue.count >= 1000 ? '999+' : queue.count}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Finding a dossier from anywhere in the office; `/` comes here. */
function OfficeSearch() {
  const { t } = useTexts();
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  return (
    <search className="mc-office__search">
      <form method="get" action="/can-bo/tim">
        <input
          className="ds-input"
          type="search"
          name="q"
          aria-label={t('office.search.label')}
          placeholder={t('office.search.placeholder')}
          defaultValue={pathname === '/can-bo/tim' ? (search.get('q') ?? '') : ''}
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit" className="mc-office__out">
          <Icon name="search" /> {t('office.search.submit')}
        </button>
      </form>
    </search>
  );
}

/** The keys a list answers to; the list itself listens (`useListKeys`). */
function KeyboardHelp() {
  const { t } = useTexts();
  return (
    <details className="mc-keys" id="phim-tat">
      <summary>
        <Icon name="keyboard" /> {t('office.keyboard')} <kbd>?</kbd>
      </summary>
      <dl>
        <dt>
          <kbd>j</kbd> <kbd>k</kbd>
        </dt>
        <dd>{t('office.keyboard.move')}</dd>
        <dt>
          <kbd>Enter</kbd>
        </dt>
        <dd>{t('office.keyboard.open')}</dd>
        <dt>
          <kbd>x</kbd>
        </dt>
        <dd>{t('office.keyboard.tick')}</dd>
        <dt>
          <kbd>/</kbd>
        </dt>
        <dd>{t('office.keyboard.search')}</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{t('office.keyboard.help')}</dd>
      </dl>
    </details>
  );
}
