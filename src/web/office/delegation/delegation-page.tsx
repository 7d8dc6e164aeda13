import { parsePlainDate } from '../../../kernel/plain-date.ts';
import type { DelegatedAct } from '../../../modules/dossiers/contract.ts';
import { formatDate, formatDateTime } from '../../../texts/format.ts';
import { hasText, type Translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { given } from '../typed.ts';
import type { Route } from './+types/delegation-page.ts';
import { delegationsHome } from './addresses.ts';
import { AnswerForm, EndForm } from './answer-forms.tsx';
import { DelegationState } from './delegation-state.tsx';
import { Lent } from './lent.tsx';

/** What may be done under a lent power: what the list can be narrowed to. */
const deeds = [
  'dossiers.complete-task',
  'dossiers.request-supplement',
  'dossiers.stop',
  'dossiers.apologise',
  'dossiers.extend-deadline',
  'dossiers.assign-task',
] as const;

/** One delegation with everything done under it, by days (`?tu=&den=`) and kind (`?viec=`); made to be printed. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { delegationId } = params;
  const { searchParams } = new URL(request.url);
  const asked = (name: string) => searchParams.get(name) || undefined;
  const filter = { from: asked('tu'), to: asked('den'), command: asked('viec') };
  const cursor = asked('trang');
  const delegation = orErrorPage(await modules.identity.delegations.get(caller, delegationId));
  const page =
    delegation.side === 'other'
      ? undefined
      : orErrorPage(
          await modules.dossiers.queries.delegatedActs(caller, { delegationId, ...given(filter) }, cursor),
        );
  return { delegation, page, filter, first: cursor === undefined, printedAt: caller.now };
}

export default function DelegationPage({ loaderData }: Route.ComponentProps) {
  const { delegation, page, filter, first, printedAt } = loaderData;
  const { t } = useTexts();
  const home = `${delegationsHome}/${delegation.delegationId}`;
  const { principal, delegate, decisionNumber: number } = delegation;
  const narrowing = Object.entries({ tu: filter.from, den: filter.to, viec: filter.command }).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name, value]]),
  );
  const address = `${home}?${new URLSearchParams(narrowing)}`;
  return (
    <div className="mc-stack">
      <PageTitle
        title={t(`delegation.page.${delegation.kind}`, { principal, delegate })}
        back={{ href: delegationsHome, text: t('delegation.title') }}
      >
        <DelegationState row={delegation} />
      </PageTitle>
      <DefinitionList
        items={[
          {
            term: t('delegation.decision'),
            value: t('delegation.decision.of', { number, on: formatDate(delegation.decisionOn) }),
          },
          {
            term: t('office.team.days'),
            value: `${formatDate(delegation.fromOn)} – ${formatDate(delegation.lastOn)}`,
          },
          { term: t('delegation.field.acts'), value: <Lent row={delegation} /> },
        ]}
      />
      <div className="mc-no-print">
        <AnswerForm row={delegation} />
        <EndForm row={delegation} />
      </div>
      {page === undefined ? null : (
        <section className="mc-stack mc-stack--snug" aria-labelledby="da-lam">
          <h2 id="da-lam">{t('delegation.acts')}</h2>
          <form
            method="get"
            action={home}
            className="mc-card mc-card--form mc-stack mc-stack--snug mc-no-print"
          >
            <div className="mc-filters">
              <TextField name="tu" type="date" label={t('delegation.acts.from')} value={filter.from} />
              <TextField name="den" type="date" label={t('delegation.acts.to')} value={filter.to} />
              <SelectField
                name="viec"
                label={t('delegation.acts.what')}
                value={filter.command}
                empty={t('delegation.acts.any')}
                options={deeds.map((deed) => ({ value: deed, label: deedText(t, deed) }))}
              />
              <button type="submit" className="ds-button" data-variant="secondary">
                {t('office.queue.apply')}
              </button>
            </div>
          </form>
          <p className="mc-print-only">
            {t('delegation.acts.printed', {
              at: formatDateTime(printedAt),
              from: dayText(filter.from),
              to: dayText(filter.to),
              what: filter.command === undefined ? t('delegation.acts.any') : deedText(t, filter.command),
            })}
          </p>
          {page.items.length === 0 ? (
            <EmptyState title={t('delegation.acts.none')}>
              <p>{t('delegation.acts.none.body')}</p>
            </EmptyState>
          ) : (
            <DataTable
              caption={t('delegation.acts')}
              columns={columnsOf(t)}
              rows={page.items}
              keyOf={({ actId }) => actId}
            />
          )}
          <Pager
            next={page.next === undefined ? undefined : `${address}&trang=${encodeURIComponent(page.next)}`}
            first={first ? undefined : address}
          />
          <p className="mc-subtle mc-small mc-no-print">{t('procedure.print.how')}</p>
        </section>
      )}
    </div>
  );
}

function columnsOf(t: Translate): readonly Column<DelegatedAct>[] {
  return [
    {
      key: 'dossier',
      header: t('office.queue.code'),
      isName: true,
      cell: ({ dossierId, code }) => <a href={`/can-bo/ho-so/${dossierId}`}>{code}</a>,
    },
    { key: 'procedure', header: t('office.queue.procedure'), cell: ({ procedureName }) => procedureName },
    {
      key: 'deed',
      header: t('delegation.acts.what'),
      cell: ({ command, stepName }) =>
        [deedText(t, command), stepName].filter((part) => part !== undefined).join(': '),
    },
    { key: 'by', header: t('delegation.acts.by'), cell: ({ by }) => by },
    { key: 'at', header: t('delegation.acts.at'), cell: ({ at }) => <DateTime at={new Date(at)} /> },
  ];
}

/** A day of the filter as read; none where it is open on that side. */
function dayText(text: string | undefined): string {
  const day = parsePlainDate(text ?? '');
  return day === undefined ? 'none' : formatDate(day);
}

/** What was done, in the journal's words. */
function deedText(t: Translate, command: string): string {
  const key = `audit.did.${command}`;
  return hasText(key) ? t(key) : command;
}
