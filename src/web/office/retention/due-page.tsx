import { redirect } from 'react-router';
import { type DuePage as Due, type DueFilter, dueStates } from '../../../modules/privacy/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/due-page.ts';
import { dueAddress, dueListAddress, erasureAddress, holdsAddress } from './addresses.ts';
import { dueColumns } from './due-columns.tsx';
import { dueFilterOf } from './due-filter.ts';
import { Lists } from './lists.tsx';

/** What falls due for erasing, narrowed by state and procedure; the lists made of it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const url = new URL(request.url);
  const filter = dueFilterOf(url);
  const cursor = url.searchParams.get('tu') ?? undefined;
  const { retention } = modules.privacy;
  return {
    page: orErrorPage(await retention.due(caller, filter, { cursor })),
    lists: orErrorPage(await retention.erasures(caller)),
    filter,
    isFirst: cursor === undefined,
  };
}

/** Fixes the list of what is due now; it leads to the list, where somebody else confirms. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const fixed = await app.modules.privacy.retention.fixErasure(commandOf(app, form), {
    procedureCode: form.get('procedureCode') ?? '',
  });
  return fixed.ok ? redirect(erasureAddress(fixed.value.erasureId)) : refusedPage(fixed.refusal);
}

export default function DuePage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, lists, filter, isFirst } = loaderData;
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle title={t('retention.title')} lead={t('retention.lead', { days: page.warnDays })} />
      <ErrorSummary refusal={actionData?.refusal} />
      <States page={page} filter={filter} />
      <Filter page={page} filter={filter} />
      <p className="mc-row">
        <a href={dueListAddress(filter, true)}>{t('retention.print')}</a>
        <a href={holdsAddress}>{t('retention.holds.title')}</a>
      </p>
      {page.items.length === 0 ? (
        <EmptyState title={t('retention.none')}>
          <p>{t('retention.none.body')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('retention.title')}
          columns={dueColumns(t)}
          rows={page.items}
          keyOf={(row) => row.dossierId}
        />
      )}
      <Pager
        next={page.next === undefined ? undefined : dueListAddress({ ...filter, next: page.next })}
        first={isFirst ? undefined : dueListAddress(filter)}
      />
      {page.counts.due === 0 ? null : <Fix filter={filter} />}
      <Lists lists={lists} />
    </div>
  );
}

interface Narrowed {
  readonly page: Due;
  readonly filter: DueFilter;
}

/** How many of each state, each leading to them. */
function States({ page, filter }: Narrowed) {
  const { t } = useTexts();
  const { state: chosen, ...rest } = filter;
  const link = (state: DueFilter['state'], label: string) => (
    <a
      key={state ?? 'all'}
      href={dueListAddress({ ...rest, state })}
      aria-current={state === chosen ? 'true' : undefined}
    >
      {label}
    </a>
  );
  return (
    <nav className="mc-tabs mc-no-print" aria-label={t('retention.states')}>
      {link(undefined, t('retention.state.all'))}
      {dueStates.map((state) => {
        const count = page.counts[state];
        const counted = t('retention.counted', { count, more: String(count >= 1000) });
        return link(state, `${t(`retention.state.${state}`)} (${counted})`);
      })}
    </nav>
  );
}

function Filter({ page, filter }: Narrowed) {
  const { t } = useTexts();
  const isNarrowed = filter.procedureCode !== undefined;
  if (page.procedures.length < 2 && !isNarrowed) return null;
  return (
    <details className="mc-disclosure mc-filter mc-no-print" open={isNarrowed}>
      <summary className="mc-filter__title">{t('retention.filter')}</summary>
      <form method="get" action={dueAddress} className="mc-filter__form mc-stack mc-stack--snug">
        {filter.state === undefined ? null : <input type="hidden" name="tinh-trang" value={filter.state} />}
        <SelectField
          name="thu-tuc"
          label={t('retention.procedure')}
          value={filter.procedureCode}
          empty={t('retention.procedure.any')}
          options={page.procedures.map(({ code, name }) => ({ value: code, label: `${code} – ${name}` }))}
        />
        <div className="mc-row">
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('retention.apply')}
          </button>
          {isNarrowed ? <a href={dueAddress}>{t('retention.clear')}</a> : null}
        </div>
      </form>
    </details>
  );
}

function Fix({ filter }: { readonly filter: DueFilter }) {
  const { t } = useTexts();
  const { procedureCode } = filter;
  return (
    <form method="post" className="mc-panel mc-stack mc-stack--snug" aria-labelledby="lap-danh-muc">
      <RequestId form="lap danh muc" />
      <h2 id="lap-danh-muc">{t('retention.fix.title')}</h2>
      <p>{t('retention.fix.what', { procedure: procedureCode ?? 'none' })}</p>
      <input type="hidden" name="procedureCode" value={procedureCode ?? ''} />
      <div>
        <button className="ds-button" data-variant="primary" type="submit">
          {t('retention.fix')}
        </button>
      </div>
    </form>
  );
}
