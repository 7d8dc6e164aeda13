import type { Refusal } from '../../../../kernel/refusal.ts';
import type { PeopleImportBrief } from '../../../../modules/identity/contract.ts';
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
import { peopleHome, peopleImportHome } from '../addresses.ts';
import type { Route } from './+types/import.ts';

/** Where an Excel file of people and posts is sent in, and what one sent lately. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const imports = orErrorPage(await modules.identity.people.queries.listImports(caller));
  return { imports, refusal: refusalIn(new URL(request.url).searchParams) };
}

export default function PeopleImport({ loaderData: { imports, refusal } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle
        title={t('people.import.title')}
        lead={t('people.import.lead')}
        back={{ href: peopleHome, text: t('people.title') }}
      />
      <ErrorSummary refusal={refusal} />
      <form
        method="post"
        action={`${peopleImportHome}/tep`}
        encType="multipart/form-data"
        className="mc-panel mc-stack mc-stack--snug"
      >
        <RequestId form="nhap" />
        <div className="ds-field">
          <label className="ds-label" data-weight="medium" htmlFor="tep">
            {t('people.import.file')}
          </label>
          <p className="mc-subtle mc-small" id="tep-goi-y">
            {t('people.import.file.hint')}
          </p>
          <input
            className="ds-input"
            id="tep"
            type="file"
            name="tep"
            required
            accept=".xlsx"
            aria-describedby="tep-goi-y"
          />
        </div>
        <div className="mc-row">
          <button type="submit" className="ds-button" data-variant="primary">
            {t('people.import.send')}
          </button>
          <a href={`${peopleImportHome}/mau.xlsx`}>{t('people.import.template')}</a>
        </div>
      </form>
      {imports.length === 0 ? null : (
        <section className="mc-stack mc-stack--snug" aria-labelledby="gan-day">
          <h2 id="gan-day">{t('people.import.latest')}</h2>
          <DataTable
            caption={t('people.import.latest')}
            columns={columnsOf(t)}
            rows={imports}
            keyOf={({ importId }) => importId}
          />
        </section>
      )}
    </div>
  );
}

function columnsOf(t: Translate): readonly Column<PeopleImportBrief>[] {
  return [
    {
      key: 'file',
      header: t('people.import.file-name'),
      isName: true,
      cell: ({ importId, fileName }) => <a href={`${peopleImportHome}/${importId}`}>{fileName}</a>,
    },
    {
      key: 'at',
      header: t('people.import.at'),
      cell: ({ stagedAt }) => <DateTime at={new Date(stagedAt)} />,
    },
    {
      key: 'state',
      header: t('people.import.state'),
      cell: ({ state }) => t(`people.import.state.${state}`),
    },
    { key: 'read', header: t('people.import.read'), align: 'end', cell: ({ read }) => read },
    { key: 'wrong', header: t('people.import.wrong'), align: 'end', cell: ({ wrongRows }) => wrongRows },
  ];
}

/** Why the file sent last was not read; only sentences of ours are said. */
function refusalIn(params: URLSearchParams): Refusal | undefined {
  const type = params.get('loi');
  return type?.startsWith('identity.') && hasText(type) ? { kind: 'invalid', type } : undefined;
}
