import { data } from 'react-router';
import type { DossierSummary } from '../../../../modules/dossiers/contract.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { appContext } from '../../../context.ts';
import { orErrorPage } from '../../../refusals.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { DateTime } from '../../../ui/moments.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { PhaseTag } from '../../../ui/phase-tag.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { officeProcedureAddress, openDossiersAddress } from '../addresses.ts';
import type { Route } from './+types/open-dossiers.ts';

/** The dossiers on their way under one version: they stay on it whatever a decision changes. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const versions = orErrorPage(await modules.catalogue.queries.listVersions(caller, params.code));
  const version = versions.find(({ number }) => String(number) === params.number);
  if (version === undefined) throw data(null, { status: 404 });
  const after = new URL(request.url).searchParams.get('sau') ?? undefined;
  const page = orErrorPage(await modules.dossiers.queries.openUnderVersion(caller, version.versionId, after));
  return {
    ...page,
    code: params.code,
    name: version.name,
    number: version.number,
    isFirst: after === undefined,
  };
}

export default function OpenDossiers({ loaderData }: Route.ComponentProps) {
  const { items, next, code, name, number, isFirst } = loaderData;
  const { t } = useTexts();
  const here = openDossiersAddress(code, number);
  const title = t('catalogue.impact.list.title', { number });
  return (
    <div className="mc-stack">
      <PageTitle
        title={title}
        lead={`${name} · ${code}`}
        back={{ href: officeProcedureAddress(code), text: name }}
      />
      <p>{t('catalogue.impact.dossiers.stay')}</p>
      {items.length === 0 ? (
        <EmptyState title={t('catalogue.impact.list.none')}>
          <p>{t('catalogue.impact.list.none.body')}</p>
        </EmptyState>
      ) : (
        <DataTable caption={title} columns={columnsOf(t)} rows={items} keyOf={({ dossierId }) => dossierId} />
      )}
      <Pager
        next={next === undefined ? undefined : `${here}?${new URLSearchParams({ sau: next })}`}
        first={isFirst ? undefined : here}
      />
    </div>
  );
}

function columnsOf(t: Translate): readonly Column<DossierSummary>[] {
  return [
    {
      key: 'code',
      header: t('office.queue.code'),
      isName: true,
      cell: ({ code, dossierId }) => (
        <a className="mc-queue-code" href={`/can-bo/ho-so/${dossierId}`}>
          {code}
        </a>
      ),
    },
    {
      key: 'phase',
      header: t('office.search.phase'),
      cell: ({ phase, nationalStatus }) => <PhaseTag phase={phase} status={nationalStatus} />,
    },
    {
      key: 'submitted',
      header: t('office.search.submitted'),
      cell: ({ submittedAt }) => <DateTime at={new Date(submittedAt)} />,
    },
    {
      key: 'promised',
      header: t('office.queue.promised'),
      cell: ({ promisedAt }) =>
        promisedAt === undefined ? (
          <span className="mc-subtle">{t('office.queue.no-promise')}</span>
        ) : (
          <DateTime at={new Date(promisedAt)} />
        ),
    },
  ];
}
