import { redirect } from 'react-router';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { UndecidedDossier } from '../../../modules/dossiers/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField, Tick, useProblems } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { successorText } from '../../ui/successor-text.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { type Typed, textIn, typedOf } from '../typed.ts';
import type { Route } from './+types/splits.ts';
import { splitsHome } from './addresses.ts';

const noneChosen: Refusal = {
  kind: 'invalid',
  type: 'input.invalid',
  fields: [{ pointer: '/dossierIds', type: 'dossiers.none-chosen' }],
};

/** Open dossiers of split units for which a leader chooses the successor, several at once. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('trang') ?? undefined;
  return {
    page: orErrorPage(await modules.dossiers.splits.undecided(caller, cursor)),
    isFirst: cursor === undefined,
    moved: Number(searchParams.get('da-giao') ?? 0),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const typed = typedOf(form);
  const chosen = form.getAll('dossierId').map(String);
  if (chosen.length === 0) return refusedPage(noneChosen, { typed, chosen });
  const done = await app.modules.dossiers.splits.decide(commandOf(app, form), {
    dossierIds: chosen,
    toUnitId: textIn(form, 'toUnitId'),
  });
  return done.ok
    ? redirect(`${splitsHome}?da-giao=${done.value.moved}`)
    : refusedPage(done.refusal, { typed, chosen });
}

export default function Splits({ loaderData, actionData }: Route.ComponentProps) {
  const { page, isFirst, moved } = loaderData;
  const { t } = useTexts();
  const sent = actionData?.typed.unitId;
  const byUnit = [...Map.groupBy(page.items, ({ unit }) => unit.unitId).values()];
  return (
    <div className="mc-stack">
      <PageTitle title={t('units.splits')} lead={t('units.splits.lead')} />
      {moved > 0 && actionData === undefined ? (
        <Notice tone="success" title={t('units.splits.moved', { count: moved })} announced />
      ) : null}
      <ErrorSummary
        refusal={actionData?.refusal}
        idOf={(pointer) => (pointer === '/toUnitId' ? `${sent}.to` : `${sent}.dossiers`)}
        labelOf={(pointer) => (pointer === '/toUnitId' ? t('units.splits.to') : t('units.splits.dossiers'))}
      />
      {byUnit.length === 0 ? (
        <EmptyState title={t('units.splits.none')}>
          <p>{t('units.splits.none.body')}</p>
        </EmptyState>
      ) : null}
      {byUnit.map((rows) => (
        <SplitUnit
          key={rows[0]?.unit.unitId}
          rows={rows}
          refused={sent === rows[0]?.unit.unitId ? actionData : undefined}
        />
      ))}
      <Pager
        next={page.next && `${splitsHome}?trang=${encodeURIComponent(page.next)}`}
        first={isFirst ? undefined : splitsHome}
      />
    </div>
  );
}

interface SplitUnitProps {
  readonly rows: readonly UndecidedDossier[];
  /** What was ticked and chosen when its form was refused. */
  readonly refused:
    | { readonly refusal: Refusal; readonly typed: Typed; readonly chosen: readonly string[] }
    | undefined;
}

function SplitUnit({ rows, refused }: SplitUnitProps) {
  const { t } = useTexts();
  const problem = useProblems(refused?.refusal);
  const [first] = rows;
  if (first === undefined) return null;
  const { unit, choices } = first;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby={unit.unitId}>
      <h2 id={unit.unitId}>{unit.name}</h2>
      <form method="post" className="mc-panel mc-stack mc-stack--snug">
        <RequestId form={`split ${unit.unitId}`} />
        <input type="hidden" name="unitId" value={unit.unitId} />
        <fieldset
          className="ds-fieldset mc-stack mc-stack--snug"
          id={`${unit.unitId}.dossiers`}
          tabIndex={-1}
        >
          <legend className="ds-label" data-weight="medium">
            {t('units.splits.dossiers')}
          </legend>
          {rows.map((row) => (
            <Tick
              key={row.dossierId}
              name="dossierId"
              id={row.dossierId}
              value={row.dossierId}
              checked={refused?.chosen.includes(row.dossierId) ?? false}
              label={
                <>
                  <strong>{row.code}</strong> {row.procedureName}{' '}
                  <span className="mc-subtle mc-small mc-block">
                    {[row.sector, row.stepName, formatDateTime(new Date(row.submittedAt))]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </>
              }
            />
          ))}
        </fieldset>
        <SelectField
          name="toUnitId"
          id={`${unit.unitId}.to`}
          label={t('units.splits.to')}
          empty={t('units.choice.none')}
          value={refused?.typed.toUnitId}
          problem={problem('/toUnitId')}
          options={choices.map((choice) => ({ value: choice.unitId, label: successorText(choice, t) }))}
        />
        <div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('units.splits.do')}
          </button>
        </div>
      </form>
    </section>
  );
}
