import type { ReactNode } from 'react';
import type { Shelf, Shelves } from '../../../modules/catalogue/public.ts';
import { translate } from '../../../texts/translate.ts';
import { appContext, type RequestApp } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/browse.ts';
import {
  agencyAddress,
  agencyParts,
  browseAddress,
  eventAddress,
  listAddress,
  parameters,
} from './addresses.ts';
import { nameIn } from './names.ts';
import { pageAddresses } from './page-addresses.ts';

export const handle: PageHandle = { english: true };

export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const shelves = await app.modules.catalogue.browseProcedures(app.caller);
  return {
    shelves: { ...shelves, agencies: shelves.agencies.map((shelf) => named(app, shelf)) },
    description: translate(app.locale, 'browse.lead'),
    addresses: pageAddresses(app, browseAddress('vi')),
  };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ name: 'description', content: loaderData.description }, ...loaderData.addresses];
}

/** An agency under the name people know it by. */
function named({ modules, locale }: RequestApp, shelf: Shelf): Shelf {
  const [kind, key] = agencyParts(shelf.key);
  if (kind === 'commune') return { ...shelf, name: translate(locale, 'browse.agency.commune') };
  if (kind === 'named') return { ...shelf, name: key };
  const unit = modules.identity.units.byKey(key);
  return { ...shelf, name: unit?.name ?? key, ...(unit?.nameEn ? { nameEn: unit.nameEn } : {}) };
}

export default function Browse({ loaderData }: Route.ComponentProps) {
  const { t, locale } = useTexts();
  const { shelves } = loaderData;
  const inList = (name: string, value: string) =>
    listAddress(locale, new URLSearchParams({ [name]: value }).toString());
  return (
    <div className="mc-stack mc-stack--loose">
      <PageTitle
        title={t('browse.title')}
        lead={t('browse.lead')}
        back={{ href: listAddress(locale), text: t('procedure.back') }}
      />
      <Group id="su-kien" title={t('browse.events')}>
        <ShelfList shelves={shelves.lifeEvents} addressOf={(shelf) => eventAddress(locale, shelf.key)} />
      </Group>
      <Group id="cap" title={t('browse.levels')}>
        <ShelfList
          shelves={shelves.levels.map(({ key, count }) => ({
            key,
            count,
            name: t(`procedures.level.${key}`),
          }))}
          addressOf={(shelf) => inList(parameters.level, shelf.key)}
        />
      </Group>
      <Group id="co-quan" title={t('browse.agencies')}>
        <ShelfList shelves={shelves.agencies} addressOf={(shelf) => agencyAddress(locale, shelf.key)} />
      </Group>
      <Group id="linh-vuc" title={t('browse.sectors')}>
        {ministriesOf(shelves.sectors).map(([ministry, sectors]) => (
          <section key={ministry} className="mc-stack mc-stack--tight">
            <h3>{ministry === '' ? t('browse.ministry.unknown') : ministry}</h3>
            <ShelfList shelves={sectors} addressOf={(shelf) => inList(parameters.sector, shelf.key)} />
          </section>
        ))}
      </Group>
    </div>
  );
}

function Group({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface ShelfListProps {
  readonly shelves: readonly Shelf[];
  readonly addressOf: (shelf: Shelf) => string;
}

function ShelfList({ shelves, addressOf }: ShelfListProps) {
  const { t, locale } = useTexts();
  return (
    <ul className="mc-shelves">
      {shelves.map((shelf) => (
        <li key={shelf.key}>
          <a href={addressOf(shelf)}>{nameIn(locale, shelf)}</a>{' '}
          <span className="mc-subtle mc-small">{t('browse.count', { count: shelf.count })}</span>
        </li>
      ))}
    </ul>
  );
}

const alphabet = new Intl.Collator('vi');

/** Sectors under their ministry, both in Vietnamese alphabetical order. */
function ministriesOf(sectors: Shelves['sectors']): readonly (readonly [string, Shelves['sectors']])[] {
  const byMinistry = Map.groupBy(sectors, ({ ministry }) => ministry ?? '');
  return [...byMinistry]
    .sort(([one], [other]) => alphabet.compare(one, other))
    .map(([ministry, own]) => [
      ministry,
      own.toSorted((one, other) => alphabet.compare(one.name, other.name)),
    ]);
}
