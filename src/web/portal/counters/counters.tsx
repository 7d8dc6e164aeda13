import { plainDateOf } from '../../../kernel/plain-date.ts';
import { searchText } from '../../../kernel/search-text.ts';
import { translate } from '../../../texts/translate.ts';
import { appContext, type RequestApp } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { pageAddresses } from '../procedures/page-addresses.ts';
import type { Route } from './+types/counters.ts';
import { type OpenDays, openDays } from './week-hours.ts';

export const handle: PageHandle = { english: true };

interface Counter {
  readonly key: string;
  readonly name: string;
  readonly hours: readonly OpenDays[];
}

export function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const q = new URL(request.url).searchParams.get('q')?.trim().slice(0, 100) ?? '';
  const wanted = searchText(q);
  const counters = countersOf(app).filter(({ name }) => searchText(name).includes(wanted));
  return {
    q,
    counters,
    phone: app.portal.phone,
    description: translate(app.locale, 'counters.lead'),
    addresses: pageAddresses(app, '/noi-nop'),
  };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ name: 'description', content: loaderData.description }, ...loaderData.addresses];
}

/** Every one-stop counter open today: the province's first, then the communes' in alphabetical order. */
function countersOf({ modules, caller, locale }: RequestApp): readonly Counter[] {
  const { identity, process } = modules;
  const today = plainDateOf(caller.now);
  const counters = identity.units.unitsOn(today, { kind: 'oneStop' }).map((unit) => ({
    key: unit.id,
    name: locale === 'en' ? (unit.nameEn ?? unit.name) : unit.name,
    hours: openDays(process.calendarOf(unit.id, today).definition.hours),
    isProvince: unit.tier === 'province',
  }));
  return [...counters.filter((one) => one.isProvince), ...counters.filter((one) => !one.isProvince)];
}

export default function Counters({ loaderData }: Route.ComponentProps) {
  const { t, locale } = useTexts();
  const { q, counters, phone } = loaderData;
  return (
    <div className="mc-stack">
      <PageTitle title={t('counters.title')} lead={t('counters.lead')} />
      <search>
        <form className="mc-find" action={locale === 'en' ? '/en/noi-nop' : '/noi-nop'}>
          <div className="mc-find__words">
            <label htmlFor="q">{t('counters.search')}</label>
            <input id="q" name="q" type="search" defaultValue={q} autoComplete="off" className="ds-input" />
          </div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('common.search')}
          </button>
        </form>
      </search>
      {counters.length === 0 ? (
        <EmptyState title={t('counters.none', { q })} icon="search">
          <p>{t('counters.call', { phone })}</p>
        </EmptyState>
      ) : (
        <>
          <p className="mc-subtle">{t('counters.address', { phone })}</p>
          <ul className="mc-procedures">
            {counters.map((counter) => (
              <li key={counter.key} className="mc-procedure">
                <p className="mc-strong">{counter.name}</p>
                <Hours hours={counter.hours} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Hours({ hours }: Pick<Counter, 'hours'>) {
  const { t } = useTexts();
  return (
    <p className="mc-procedure__facts">
      {hours.map(({ from, to, hours: ofDay }) => (
        <span key={from}>
          {from === to
            ? t(`counters.day.${from}`)
            : `${t(`counters.day.${from}`)} – ${t(`counters.day.${to}`)}`}
          : {ofDay.map(([opens, closes]) => `${opens}–${closes}`).join(', ')}
        </span>
      ))}
    </p>
  );
}
