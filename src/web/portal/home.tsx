import type { TextKey } from '../../texts/catalogue.ts';
import { translate } from '../../texts/translate.ts';
import { appContext } from '../context.ts';
import type { PageHandle } from '../page-handle.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useTexts } from '../ui/use-texts.ts';
import type { Route } from './+types/home.ts';
import { browseAddress, eventAddress } from './procedures/addresses.ts';
import { pageAddresses } from './procedures/page-addresses.ts';

export const handle: PageHandle = { english: true, flush: true };

export function loader({ context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { locale, portal } = app;
  return {
    addresses: pageAddresses(app, '/'),
    title: `${translate(locale, 'home.title')} – ${translate(locale, 'portal.brand')} ${portal.provinceName}`,
    description: translate(locale, 'home.description', { province: portal.provinceName }),
  };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [
    { title: loaderData.title },
    { name: 'description', content: loaderData.description },
    ...loaderData.addresses,
  ];
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <>
      <div className="mc-hero">
        <div className="mc-wrap mc-hero__inner">
          <h1>{t('home.title')}</h1>
          <p className="mc-lead">{loaderData.description}</p>
          <SearchBox />
        </div>
      </div>
      <div className="mc-wrap mc-home">
        <LifeEvents />
        <LookUp />
        <HowItWorks />
      </div>
    </>
  );
}

function SearchBox() {
  const { t, locale } = useTexts();
  return (
    <search>
      <form className="mc-search" action={locale === 'en' ? '/en/thu-tuc' : '/thu-tuc'}>
        <label className="mc-search__label" htmlFor="q">
          {t('home.search.label')}
        </label>
        <div className="mc-search__row">
          <input
            id="q"
            name="q"
            type="search"
            className="mc-search__input"
            autoComplete="off"
            aria-describedby="q-goi-y"
          />
          <button type="submit" className="mc-search__button">
            <Icon name="search" /> <span>{t('common.search')}</span>
          </button>
        </div>
        <p id="q-goi-y" className="mc-search__hint">
          {t('home.search.hint')}
        </p>
      </form>
    </search>
  );
}

interface LifeEvent {
  readonly icon: IconName;
  readonly title: TextKey;
  readonly hint: TextKey;
  /** Key of the life event. */
  readonly event: string;
}

const lifeEvents: readonly LifeEvent[] = [
  { icon: 'baby', title: 'home.events.birth', hint: 'home.events.birth.hint', event: 'birth' },
  { icon: 'rings', title: 'home.events.marriage', hint: 'home.events.marriage.hint', event: 'marriage' },
  { icon: 'stamp', title: 'home.events.certify', hint: 'home.events.certify.hint', event: 'papers' },
  { icon: 'land', title: 'home.events.land', hint: 'home.events.land.hint', event: 'land' },
  { icon: 'house', title: 'home.events.build', hint: 'home.events.build.hint', event: 'housing' },
  { icon: 'shop', title: 'home.events.business', hint: 'home.events.business.hint', event: 'business' },
  { icon: 'heart', title: 'home.events.support', hint: 'home.events.support.hint', event: 'hardship' },
  { icon: 'flower', title: 'home.events.death', hint: 'home.events.death.hint', event: 'death' },
];

function LifeEvents() {
  const { t, locale } = useTexts();
  return (
    <section className="mc-stack" aria-labelledby="su-kien">
      <div className="mc-row mc-row--apart">
        <h2 id="su-kien">{t('home.events.title')}</h2>
        <a href={browseAddress(locale)}>{t('home.events.all')}</a>
      </div>
      <ul className="mc-events">
        {lifeEvents.map((event) => (
          <li key={event.title}>
            <a className="mc-event" href={eventAddress(locale, event.event)}>
              <span className="mc-event__icon">
                <Icon name={event.icon} />
              </span>
              <span>
                <span className="mc-event__title">{t(event.title)}</span>
                <span className="mc-event__hint">{t(event.hint)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LookUp() {
  const { t, locale } = useTexts();
  return (
    <section className="mc-lookup" aria-labelledby="tra-cuu">
      <div className="mc-stack mc-stack--tight">
        <h2 id="tra-cuu">{t('home.look-up.title')}</h2>
        <p>{t('home.look-up.body')}</p>
      </div>
      <form className="mc-lookup__form" action={locale === 'en' ? '/en/tra-cuu' : '/tra-cuu'}>
        <label className="mc-visually-hidden" htmlFor="ma">
          {t('home.look-up.label')}
        </label>
        <input
          id="ma"
          name="ma"
          className="mc-search__input"
          placeholder={t('home.look-up.label')}
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit" className="mc-search__button mc-search__button--quiet">
          {t('home.look-up.submit')}
        </button>
      </form>
    </section>
  );
}

const steps: readonly { readonly title: TextKey; readonly body: TextKey }[] = [
  { title: 'home.how.find', body: 'home.how.find.body' },
  { title: 'home.how.submit', body: 'home.how.submit.body' },
  { title: 'home.how.follow', body: 'home.how.follow.body' },
  { title: 'home.how.receive', body: 'home.how.receive.body' },
];

function HowItWorks() {
  const { t } = useTexts();
  return (
    <section className="mc-stack" aria-labelledby="cach-lam">
      <h2 id="cach-lam">{t('home.how.title')}</h2>
      <ol className="mc-how">
        {steps.map((step) => (
          <li key={step.title}>
            <h3>{t(step.title)}</h3>
            <p>{t(step.body)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
