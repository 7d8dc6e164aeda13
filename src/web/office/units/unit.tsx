import { redirect } from 'react-router';
import { formatDate } from '../../../texts/format.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { given, textIn, typedOf } from '../typed.ts';
import type { Route } from './+types/unit.ts';
import { reorganisationAddress, reorganisationsHome, unitAddress, unitsHome } from './addresses.ts';
import { FactsFields, factsTyped } from './facts-fields.tsx';
import { headLabel } from './head-fields.tsx';
import { readFacts } from './plan-intents.ts';
import { UnitFacts } from './unit-facts.tsx';

/** One unit over time, with a form that puts a slip right; anything that holds from a day on is a reorganisation. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const calendars = await modules.process.listCalendars(caller);
  return {
    unit: orErrorPage(await modules.identity.reorganisation.unit(caller, params.unitId)),
    calendars: calendars.ok ? calendars.value.map(({ code }) => code) : [],
    isCorrected: new URL(request.url).searchParams.has('da-sua'),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { reorganisation } = app.modules.identity;
  const typed = typedOf(form);
  const ctx = commandOf(app, form);
  if (textIn(form, 'intent') === 'reorganise') {
    const begun = await reorganisation.create(ctx, given({ title: textIn(form, 'title') }));
    return begun.ok
      ? redirect(reorganisationAddress(begun.value.reorganisationId))
      : refusedPage(begun.refusal, { typed });
  }
  const { tier: _t, kind: _k, sectionCode: _s, ...facts } = readFacts(form);
  const done = await reorganisation.correctUnit(ctx, {
    unitId: params.unitId,
    validFrom: textIn(form, 'validFrom'),
    facts,
    ...given({ reason: textIn(form, 'reason') }),
  });
  return done.ok ? redirect(`${unitAddress(params.unitId)}?da-sua`) : refusedPage(done.refusal, { typed });
}

export default function UnitPage({ loaderData, actionData }: Route.ComponentProps) {
  const { unit, calendars, isCorrected } = loaderData;
  const { t } = useTexts();
  const problem = useProblems(actionData?.refusal);
  const [span] = unit.spans;
  return (
    <div className="mc-stack">
      <PageTitle
        title={unit.name}
        lead={t('units.key', { key: unit.key })}
        back={{ href: unitsHome, text: t('units.title') }}
      />
      {isCorrected ? <Notice tone="success" title={t('units.corrected')} announced /> : null}
      <ErrorSummary
        refusal={actionData?.refusal}
        idOf={(pointer) => `sua.${pointer.replace(/^\/(facts\/)?/, '')}`}
        labelOf={(pointer) => headLabel(t, pointer)}
      />
      <UnitFacts unit={unit} />
      <section className="mc-stack mc-stack--snug" aria-labelledby="doi">
        <h2 id="doi">{t('units.change')}</h2>
        <p>{t('units.change.body')}</p>
        <form method="post" className="mc-row">
          <RequestId form="reorganise" />
          <input type="hidden" name="intent" value="reorganise" />
          <input type="hidden" name="title" value={t('units.reorganise.of', { unit: unit.name })} />
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('units.reorganise.begin')}
          </button>
          <a href={reorganisationsHome}>{t('units.reorganisations')}</a>
        </form>
      </section>
      {span === undefined ? null : (
        <section className="mc-stack mc-stack--snug" aria-labelledby="sua-sai">
          <h2 id="sua-sai">{t('units.correct')}</h2>
          <p className="mc-subtle">{t('units.correct.lead', { from: formatDate(span.validFrom) })}</p>
          <form method="post" className="mc-panel mc-stack mc-stack--snug">
            <RequestId form="correct" />
            <input type="hidden" name="intent" value="correct" />
            <input type="hidden" name="validFrom" value={span.validFrom} />
            <FactsFields
              form="sua"
              values={actionData?.typed ?? factsTyped(span.facts)}
              isCorrection
              calendars={calendars}
              refusal={actionData?.refusal}
            />
            <TextField
              name="reason"
              id="sua.reason"
              label={t('units.reason')}
              value={actionData?.typed?.reason}
              problem={problem('/reason')}
            />
            <div>
              <button type="submit" className="ds-button" data-variant="secondary">
                {t('units.correct.do')}
              </button>
            </div>
          </form>
        </section>
      )}
    </div>
  );
}
