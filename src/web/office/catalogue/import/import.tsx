import type { Refusal } from '../../../../kernel/refusal.ts';
import { hasText, type Translate } from '../../../../texts/translate.ts';
import { appContext } from '../../../context.ts';
import { orErrorPage } from '../../../refusals.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { DateTime } from '../../../ui/moments.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { catalogueHome } from '../addresses.ts';
import type { Route } from './+types/import.ts';

/** Where files are sent in: Excel, JSON, LayThuTuc; and what was sent lately. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const imports = orErrorPage(await modules.catalogue.imports.list(caller));
  return { imports, refusal: refusalIn(new URL(request.url).searchParams) };
}

export default function ImportPage({ loaderData: { imports, refusal } }: Route.ComponentProps) {
  const { t } = useTexts();
  const back = { href: catalogueHome, text: t('catalogue.office.title') };
  return (
    <div className="mc-stack">
      <PageTitle title={t('catalogue.import.title')} lead={t('catalogue.import.lead')} back={back} />
      <ErrorSummary refusal={refusal} />
      <form
        method="post"
        action={`${catalogueHome}/nhap/tep`}
        encType="multipart/form-data"
        className="mc-panel mc-stack mc-stack--snug"
      >
        <RequestId form="nhap" />
        <div className="ds-field">
          <label className="ds-label" data-weight="medium" htmlFor="tep">
            {t('catalogue.import.file')}
          </label>
          <p className="mc-subtle mc-small" id="tep-goi-y">
            {t('catalogue.import.file.hint')}
          </p>
          <input
            className="ds-input"
            id="tep"
            type="file"
            name="tep"
            required
            accept=".xlsx,.json,.jsonl,.gz"
            aria-describedby="tep-goi-y"
          />
        </div>
        <div className="mc-row">
          <button type="submit" className="ds-button" data-variant="primary">
            {t('catalogue.import.send')}
          </button>
          <a href={`${catalogueHome}/mau.xlsx`}>{t('catalogue.import.template')}</a>
        </div>
      </form>
      {imports.length === 0 ? null : (
        <section className="mc-stack mc-stack--snug" aria-labelledby="gan-day">
          <h2 id="gan-day">{t('catalogue.import.latest')}</h2>
          <DataTable
            caption={t('catalogue.import.latest')}
            columns={columnsOf(t)}
            rows={imports}
            keyOf={({ importId }) => importId}
          />
        </section>
      )}
    </div>
  );
}

type Brief = Route.ComponentProps['loaderData']['imports'][number];

function columnsOf(t: Translate): readonly Column<Brief>[] {
  return [
    {
      key: 'file',
      header: t('catalogue.import.file-name'),
      isName: true,
      cell: ({ importId, fileName }) => <a href={`${catalogueHome}/nhap/${importId}`}>{fileName}</a>,
    },
    {
      key: 'at',
      header: t('catalogue.import.at'),
      cell: ({ stagedAt }) => <DateTime at={new Date(stagedAt)} />,
    },
    {
      key: 'state',
      header: t('catalogue.office.state'),
      cell: ({ state }) => t(`catalogue.import.state.${state}`),
    },
    { key: 'read', header: t('catalogue.import.read'), align: 'end', cell: ({ read }) => read },
    { key: 'wrong', header: t('catalogue.import.wrong'), align: 'end', cell: ({ wrongCount }) => wrongCount },
  ];
}

/** Why the file sent last was not read; only sentences of ours are said. */
function refusalIn(params: URLSearchParams): Refusal | undefined {
  const type = params.get('loi');
  return type?.startsWith('catalogue.') && hasText(type) ? { kind: 'invalid', type } : undefined;
}
