import { redirect } from 'react-router';
import type { DecisionSummary } from '../../../../modules/catalogue/contract.ts';
import { formatDate } from '../../../../texts/format.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { appContext, commandOf } from '../../../context.ts';
import { orErrorPage, refusedPage } from '../../../refusals.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { SelectField, Tick } from '../../../ui/fields.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { typedOf } from '../../typed.ts';
import { decisionAddress, decisionsHome } from '../addresses.ts';
import { plainDate } from '../plain-date.ts';
import type { Route } from './+types/list.ts';
import { DecisionFields } from './decision-fields.tsx';
import { decisionIn } from './decision-in.ts';
import { decisionKinds } from './decision-kinds.ts';
import { decisionLabel } from './decision-label.ts';

/** Decisions, latest first, and the form that records one. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const kind = decisionKinds.find((each) => each === searchParams.get('loai'));
  const open = searchParams.has('chua');
  const after = searchParams.get('sau') ?? undefined;
  const asked = { open, ...(kind && { kind }), ...(after && { after }) };
  const page = orErrorPage(await modules.catalogue.queries.listDecisions(caller, asked));
  searchParams.delete('sau');
  return { ...page, kind, open, isFirst: after === undefined, query: searchParams.toString() };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const recorded = await app.modules.catalogue.commands.recordDecision(
    commandOf(app, form),
    decisionIn(form),
  );
  if (!recorded.ok) return refusedPage(recorded.refusal, { typed: typedOf(form) });
  throw redirect(decisionAddress(recorded.value.decisionId));
}

export default function Decisions({ loaderData, actionData }: Route.ComponentProps) {
  const { items, next, isFirst, query, kind, open } = loaderData;
  const { t } = useTexts();
  const onward = new URLSearchParams(query);
  if (next !== undefined) onward.set('sau', next);
  return (
    <div className="mc-stack">
      <PageTitle title={t('catalogue.decision.title')} lead={t('catalogue.decision.lead')} />
      <ErrorSummary refusal={actionData?.refusal} labelOf={(pointer) => decisionLabel(pointer, t)} />
      <Disclosure summary={t('catalogue.decision.new')} open={actionData !== undefined}>
        <DecisionFields typed={actionData?.typed ?? {}} refusal={actionData?.refusal} />
      </Disclosure>
      <search>
        <form className="mc-list-filters">
          <SelectField
            name="loai"
            id="loc-loai"
            label={t('catalogue.decision.kind')}
            empty={t('catalogue.office.any')}
            value={kind ?? ''}
            options={decisionKinds.map((each) => ({
              value: each,
              label: t(`catalogue.decision.kind.${each}`),
            }))}
          />
          <Tick name="chua" label={t('catalogue.decision.only-open')} checked={open} />
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('common.search')}
          </button>
        </form>
      </search>
      {items.length === 0 ? (
        <EmptyState title={t('catalogue.decision.none')}>
          <p>{t('catalogue.decision.none.body')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('catalogue.decision.title')}
          columns={columnsOf(t)}
          rows={items}
          keyOf={({ decisionId }) => decisionId}
        />
      )}
      <Pager
        next={next === undefined ? undefined : `${decisionsHome}?${onward}`}
        first={isFirst ? undefined : `${decisionsHome}?${query}`}
      />
    </div>
  );
}

function columnsOf(t: Translate): readonly Column<DecisionSummary>[] {
  return [
    {
      key: 'number',
      header: t('catalogue.decision.number'),
      isName: true,
      cell: ({ decisionId, number, title }) => (
        <span className="mc-stack mc-stack--tight">
          <a href={decisionAddress(decisionId)}>{number}</a>
          {title === undefined ? null : <span className="mc-subtle mc-small">{title}</span>}
        </span>
      ),
    },
    {
      key: 'on',
      header: t('catalogue.decision.decidedOn'),
      cell: ({ decidedOn }) => formatDate(plainDate(decidedOn)),
    },
    {
      key: 'kind',
      header: t('catalogue.decision.kind'),
      cell: ({ kind }) => t(`catalogue.decision.kind.${kind}`),
    },
    { key: 'agency', header: t('catalogue.decision.agency'), cell: ({ agency }) => agency },
    { key: 'lines', header: t('catalogue.decision.lines'), align: 'end', cell: ({ lines }) => lines },
    {
      key: 'state',
      header: t('catalogue.decision.state'),
      cell: ({ inForceFrom }) =>
        inForceFrom === undefined ? (
          <StatusTag tone="warning">{t('catalogue.decision.open')}</StatusTag>
        ) : (
          <StatusTag tone="success">
            {t('catalogue.decision.in-force', { date: formatDate(plainDate(inForceFrom)) })}
          </StatusTag>
        ),
    },
  ];
}
