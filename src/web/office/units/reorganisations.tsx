import { redirect } from 'react-router';
import type { ReorganisationBrief } from '../../../modules/identity/public.ts';
import { formatDate } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { typedOf } from '../typed.ts';
import type { Route } from './+types/reorganisations.ts';
import { reorganisationAddress, reorganisationsHome, unitsHome } from './addresses.ts';
import { HeadFields, headLabel, readHead } from './head-fields.tsx';

/** Reorganisations being prepared and carried out, and a form to begin one. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const cursor = new URL(request.url).searchParams.get('trang') ?? undefined;
  return { page: orErrorPage(await modules.identity.reorganisation.list(caller, cursor)), isFirst: !cursor };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const begun = await app.modules.identity.reorganisation.create(commandOf(app, form), readHead(form));
  return begun.ok
    ? redirect(reorganisationAddress(begun.value.reorganisationId))
    : refusedPage(begun.refusal, { typed: typedOf(form) });
}

export default function Reorganisations({ loaderData, actionData }: Route.ComponentProps) {
  const { page, isFirst } = loaderData;
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle
        title={t('units.reorganisations')}
        lead={t('units.reorganisations.lead')}
        back={{ href: unitsHome, text: t('units.title') }}
      />
      <ErrorSummary refusal={actionData?.refusal} labelOf={(pointer) => headLabel(t, pointer)} />
      {page.items.length === 0 ? (
        <EmptyState title={t('units.reorganisations.none')}>
          <p>{t('units.reorganisations.none.body')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('units.reorganisations')}
          columns={columnsOf(t)}
          rows={page.items}
          keyOf={({ id }) => id}
        />
      )}
      <Pager
        next={page.next && `${reorganisationsHome}?trang=${encodeURIComponent(page.next)}`}
        first={isFirst ? undefined : reorganisationsHome}
      />
      <section className="mc-stack mc-stack--snug" aria-labelledby="lap-moi">
        <h2 id="lap-moi">{t('units.reorganise.begin')}</h2>
        <form method="post" className="mc-panel mc-stack mc-stack--snug">
          <RequestId form="create" />
          <HeadFields values={actionData?.typed ?? {}} refusal={actionData?.refusal} />
          <div>
            <button type="submit" className="ds-button" data-variant="primary">
              {t('units.reorganise.create')}
            </button>
          </div>
        </form>
      </section>
    </div>
  );
}

function columnsOf(t: Translate): readonly Column<ReorganisationBrief>[] {
  return [
    {
      key: 'title',
      header: t('units.head.title'),
      isName: true,
      cell: ({ id, title }) => <a href={reorganisationAddress(id)}>{title}</a>,
    },
    {
      key: 'decision',
      header: t('units.head.decision'),
      cell: ({ decisionNumber }) => decisionNumber ?? '–',
    },
    {
      key: 'on',
      header: t('units.head.effective-on'),
      cell: ({ effectiveOn }) => (effectiveOn === undefined ? '–' : formatDate(effectiveOn)),
    },
    { key: 'state', header: t('units.state'), cell: ({ state }) => t(`units.state.${state}`) },
    {
      key: 'saved',
      header: t('units.saved'),
      cell: ({ savedAt, savedBy }) => (
        <>
          <DateTime at={savedAt} />, {savedBy}
        </>
      ),
    },
  ];
}
