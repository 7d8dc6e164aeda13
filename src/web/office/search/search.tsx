import { redirect } from 'react-router';
import type { FoundDossier } from '../../../modules/dossiers/contract.ts';
import type { Translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { PhaseTag } from '../../ui/phase-tag.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/search.ts';

export const handle: PageHandle = { js: true };

/** Dossiers by code or owner's name; a whole code opens its dossier at once. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const text = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100);
  const found = text === '' ? [] : orErrorPage(await modules.dossiers.queries.search(caller, text));
  const [only] = found;
  if (found.length === 1 && only?.code === text.toUpperCase())
    throw redirect(`/can-bo/ho-so/${only.dossierId}`);
  return { text, found };
}

export default function OfficeSearch({ loaderData }: Route.ComponentProps) {
  const { text, found } = loaderData;
  const { t } = useTexts();
  useListKeys();
  const lead = found.length === 0 ? undefined : t('office.search.found', { count: found.length, text });
  return (
    <>
      <PageTitle title={t('office.search.title')} lead={lead} />
      {found.length === 0 ? (
        <EmptyState
          icon="search"
          title={text === '' ? t('office.search.begin') : t('office.search.nothing', { text })}
        >
          <p>{t('office.search.nothing.body')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('office.search.found', { count: found.length, text })}
          columns={columnsOf(t)}
          rows={found}
          keyOf={(row) => row.dossierId}
        />
      )}
      {found.length >= 50 ? <p className="mc-subtle">{t('office.search.most')}</p> : null}
    </>
  );
}

function columnsOf(t: Translate): readonly Column<FoundDossier>[] {
  return [
    {
      key: 'code',
      header: t('office.queue.code'),
      isName: true,
      cell: (row) => (
        <a className="mc-queue-code" href={`/can-bo/ho-so/${row.dossierId}`}>
          {row.code}
        </a>
      ),
    },
    { key: 'procedure', header: t('office.queue.procedure'), cell: (row) => row.procedureName },
    {
      key: 'owner',
      header: t('office.queue.owner'),
      cell: (row) => (row.erasedAt === undefined ? row.ownerName : t('retention.erased.short')),
    },
    {
      key: 'phase',
      header: t('office.search.phase'),
      cell: (row) => <PhaseTag phase={row.phase} status={row.nationalStatus} />,
    },
    {
      key: 'submitted',
      header: t('office.search.submitted'),
      cell: (row) => <DateTime at={new Date(row.submittedAt)} />,
    },
    {
      key: 'promised',
      header: t('office.queue.promised'),
      cell: (row) =>
        row.promisedAt === undefined ? (
          <span className="mc-subtle">{t('office.queue.no-promise')}</span>
        ) : (
          <DateTime at={new Date(row.promisedAt)} />
        ),
    },
  ];
}
