import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/unlisted-asks.ts';
import { reportCountsAddress } from './addresses.ts';

/** The dossiers behind the count of a unit (`?don-vi=`). */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const unitId = new URL(request.url).searchParams.get('don-vi') ?? undefined;
  const asked = unitId === undefined ? {} : { unitId };
  return { asks: orErrorPage(await modules.dossiers.queries.unlistedAsks(caller, asked)).latest };
}

export default function UnlistedAsksPage({ loaderData: { asks } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle
        title={t('wrong-list.asks.title')}
        lead={t('wrong-list.asks.lead')}
        back={{ href: reportCountsAddress, text: t('wrong-list.counts.title') }}
      />
      <DataTable
        caption={t('wrong-list.asks.title')}
        columns={[
          {
            key: 'dossier',
            header: t('wrong-list.dossier'),
            isName: true,
            cell: ({ dossierId, code }) => <a href={`/can-bo/ho-so/${dossierId}`}>{code}</a>,
          },
          { key: 'unit', header: t('wrong-list.counts.unit'), cell: ({ unit }) => unit },
          { key: 'at', header: t('wrong-list.asks.at'), cell: ({ at }) => <DateTime at={new Date(at)} /> },
        ]}
        rows={asks}
        keyOf={({ askId }) => askId}
      />
    </div>
  );
}
