import { plainDateOf } from '../../../kernel/plain-date.ts';
import { formatDate } from '../../../texts/format.ts';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/version.ts';
import { Drawing } from './diagram/drawing.tsx';
import { unitChoices } from './load-draft.ts';
import { StepsTable } from './steps-table.tsx';

export const handle: PageHandle = { js: true };

/** A published version: its steps, what it serves, the versions before and after it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const page = orErrorPage(await app.modules.process.editing.getVersion(app.caller, params.versionId));
  const drawing = await app.modules.process.editing.drawVersion(app.caller, params.versionId);
  const today = plainDateOf(app.caller.now);
  return {
    ...page,
    xml: drawing.ok ? drawing.value : undefined,
    units: unitChoices(app),
    today,
    isPublished: new URL(request.url).searchParams.has('da-cong-bo'),
  };
}

export default function ProcessVersionPage({ loaderData }: Route.ComponentProps) {
  const { version, procedures, steps, xml, history, units, today, isPublished } = loaderData;
  const { t } = useTexts();
  return (
    <>
      <PageTitle
        title={version.name}
        lead={t('process.version.lead', { version: version.version, procedures: procedures.join(', ') })}
        back={{ href: '/can-bo/quy-trinh', text: t('process.list.title') }}
      >
        <form method="post" action="/can-bo/quy-trinh/moi">
          <RequestId form="create" />
          <input type="hidden" name="versionId" value={version.versionId} />
          <button type="submit" className="ds-button" data-variant="primary">
            {t('process.version.edit')}
          </button>
        </form>
      </PageTitle>
      <div className="mc-stack">
        {isPublished ? (
          <Notice tone="success" title={t('process.published')} announced>
            <p>{t('process.published.body', { from: formatDate(version.validFrom) })}</p>
          </Notice>
        ) : null}
        {xml === undefined ? null : <Drawing xml={xml} />}
        <StepsTable steps={steps} units={units} />
        <section aria-labelledby="cac-phien-ban" className="mc-stack">
          <h2 id="cac-phien-ban">{t('process.version.history')}</h2>
          <DataTable
            caption={t('process.version.history')}
            rows={history}
            keyOf={(row) => row.versionId}
            columns={[
              {
                key: 'version',
                header: t('process.version.number'),
                isName: true,
                cell: (row) => (
                  <a href={`/can-bo/quy-trinh/ban/${row.versionId}`}>
                    {t('process.version.n', { version: row.version })}
                  </a>
                ),
              },
              { key: 'from', header: t('process.list.from'), cell: (row) => formatDate(row.validFrom) },
              {
                key: 'to',
                header: t('process.version.to'),
                cell: (row) => (row.endsOn === null ? '' : formatDate(row.endsOn)),
              },
              {
                key: 'state',
                header: t('process.list.state'),
                cell: (row) => <State row={row} today={today} />,
              },
              { key: 'source', header: t('process.list.source'), cell: (row) => row.source },
              { key: 'by', header: t('process.version.by'), cell: (row) => row.publishedByName ?? '' },
            ]}
          />
        </section>
      </div>
    </>
  );
}

function State({
  row,
  today,
}: {
  readonly row: { readonly validFrom: string; readonly endsOn: string | null };
  readonly today: string;
}) {
  const { t } = useTexts();
  if (row.validFrom > today) return <StatusTag tone="info">{t('process.version.coming')}</StatusTag>;
  if (row.endsOn !== null && row.endsOn <= today)
    return <StatusTag tone="neutral">{t('process.version.past')}</StatusTag>;
  return <StatusTag tone="success">{t('process.version.in-force')}</StatusTag>;
}
