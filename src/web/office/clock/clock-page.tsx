import { redirect } from 'react-router';
import type { Result } from '../../../kernel/result.ts';
import { appContext, commandOf, type RequestApp } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ClockFacts } from '../../ui/clock-facts.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { given, numberIn, textIn, typedOf } from '../typed.ts';
import type { Route } from './+types/clock-page.ts';
import { ClockForms } from './clock-forms.tsx';
import { StepClocks } from './step-clocks.tsx';

const acts = ['apologise', 'extend', 'suspend', 'resume'] as const;
type Act = (typeof acts)[number];

/** Everything about the time of one dossier, and the papers that give a new date. `?xong=` says what was just done. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const done = new URL(request.url).searchParams.get('xong');
  return {
    view: orErrorPage(await modules.dossiers.queries.clockPage(caller, params.dossierId)),
    done: acts.find((act) => act === done),
    now: caller.now,
  };
}

/** One paper or one line of the log. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const act = acts.find((each) => each === form.get('intent')) ?? 'apologise';
  const outcome = await carryOut(app, params.dossierId, act, form);
  if (!outcome.ok) return refusedPage(outcome.refusal, { act, typed: typedOf(form) });
  return redirect(`/can-bo/ho-so/${params.dossierId}/thoi-han?xong=${act}`);
}

function carryOut(app: RequestApp, dossierId: string, act: Act, form: FormData): Promise<Result<unknown>> {
  const { commands } = app.modules.dossiers;
  const ctx = commandOf(app, form);
  const reason = textIn(form, 'reason') ?? '';
  switch (act) {
    case 'apologise':
      return commands.apologise(ctx, { dossierId, reason, newDueOn: textIn(form, 'newDueOn') ?? '' });
    case 'extend':
      return commands.extendDeadline(ctx, { dossierId, reason, amount: numberIn(form, 'amount') });
    case 'suspend':
      return commands.suspendClock(ctx, {
        dossierId,
        ground: textIn(form, 'ground'),
        ...given({ document: textIn(form, 'document') }),
      });
    case 'resume':
      return commands.resumeClock(ctx, { dossierId, suspensionId: textIn(form, 'suspensionId') });
  }
}

export default function ClockPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, done, now } = loaderData;
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  return (
    <>
      <PageTitle
        title={t('clock.page.title', { code: view.code })}
        lead={view.procedureName}
        back={{ href: `/can-bo/ho-so/${view.dossierId}`, text: t('clock.page.back', { code: view.code }) }}
      />
      <div className="mc-stack mc-stack--loose">
        {refusal === undefined && done !== undefined ? (
          <Notice tone="success" title={t(`clock.page.done.${done}`)} />
        ) : null}
        <ErrorSummary refusal={refusal} idOf={(pointer) => `${actionData?.act ?? ''}.${pointer.slice(1)}`} />
        <div className="mc-columns">
          <section className="mc-panel mc-panel--tinted mc-stack" aria-labelledby="dong-ho">
            <h2 id="dong-ho">{t('clock.title')}</h2>
            <ClockFacts clock={view.clock} />
          </section>
          <div className="mc-stack">
            <ClockForms view={view} now={now} sent={actionData} />
          </div>
        </div>
        <StepClocks view={view} />
      </div>
    </>
  );
}
