import { data } from 'react-router';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/by-event.ts';
import { eventAddress, parameters } from './addresses.ts';
import { nameIn } from './names.ts';
import { pageAddresses } from './page-addresses.ts';
import { ShelfPage } from './shelf-page.tsx';

export const handle: PageHandle = { english: true };

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { catalogue } = app.modules;
  const after = new URL(request.url).searchParams.get(parameters.after) ?? undefined;
  const { lifeEvents } = await catalogue.browseProcedures(app.caller);
  const event = lifeEvents.find(({ key }) => key === params.key);
  if (!event) throw data(null, { status: 404 });
  const asked = { event: event.key, ...(after === undefined ? {} : { after }) };
  return {
    event,
    page: orErrorPage(await catalogue.findProcedures(app.caller, asked)),
    isFirst: after === undefined,
    addresses: pageAddresses(app, eventAddress('vi', event.key)),
  };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [...(loaderData?.addresses ?? [])];
}

export default function ByEvent({ loaderData }: Route.ComponentProps) {
  const { t, locale } = useTexts();
  const { event, page, isFirst } = loaderData;
  return (
    <ShelfPage
      title={nameIn(locale, event)}
      lead={t('browse.event.lead', { count: event.count })}
      page={page}
      isFirst={isFirst}
      addressOf={(after) =>
        eventAddress(
          locale,
          event.key,
          after && new URLSearchParams({ [parameters.after]: after }).toString(),
        )
      }
    />
  );
}
