import { data } from 'react-router';
import { translate } from '../../../texts/translate.ts';
import { appContext, type RequestApp } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/by-agency.ts';
import { agencyAddress, agencyKeyOf, agencyParts, parameters } from './addresses.ts';
import { pageAddresses } from './page-addresses.ts';
import { ShelfPage } from './shelf-page.tsx';

export const handle: PageHandle = { english: true };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { searchParams } = new URL(request.url);
  const agency = agencyKeyOf(params.key, searchParams).slice(0, 400);
  const name = nameOf(app, agency);
  const after = searchParams.get(parameters.after) ?? undefined;
  const page = orErrorPage(
    await app.modules.catalogue.findProcedures(app.caller, {
      agency,
      ...(after === undefined ? {} : { after }),
    }),
  );
  if (name === undefined || page.items.length === 0) throw data(null, { status: 404 });
  return {
    agency,
    name,
    page,
    isFirst: after === undefined,
    addresses: pageAddresses(app, agencyAddress('vi', agency)),
  };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [...(loaderData?.addresses ?? [])];
}

function nameOf({ modules, locale }: RequestApp, agency: string): string | undefined {
  const [kind, key] = agencyParts(agency);
  if (kind === 'commune') return translate(locale, 'browse.agency.commune');
  if (kind === 'named') return key;
  const unit = modules.identity.units.byKey(key);
  return locale === 'en' ? (unit?.nameEn ?? unit?.name) : unit?.name;
}

export default function ByAgency({ loaderData }: Route.ComponentProps) {
  const { t, locale } = useTexts();
  const { agency, name, page, isFirst } = loaderData;
  return (
    <ShelfPage
      title={name}
      lead={t('browse.agency.lead')}
      page={page}
      isFirst={isFirst}
      addressOf={(after) => agencyAddress(locale, agency, after)}
    />
  );
}
