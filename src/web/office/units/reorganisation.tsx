import { redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { appContext, commandOf, type RequestApp } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { given, textIn, typedOf } from '../typed.ts';
import type { Route } from './+types/reorganisation.ts';
import { reorganisationAddress, reorganisationsHome, splitsHome } from './addresses.ts';
import { CarryOutForm, UndoForm } from './carry-out-forms.tsx';
import { changingUnit } from './changing-unit.ts';
import { Findings } from './findings.tsx';
import { headLabel, readHead } from './head-fields.tsx';
import { choicesOf } from './named-unit.ts';
import { PlanForms } from './plan-forms.tsx';
import { readChange } from './plan-intents.ts';
import { PlanLines, partsOf } from './plan-lines.tsx';
import { PostPlaces } from './post-places.tsx';
import { SplitChoices } from './split-choices.tsx';
import { WhatMoves } from './what-moves.tsx';

/** One reorganisation: what it says, what it would move, what is still undecided, and the button that carries it out. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const plan = orErrorPage(await modules.identity.reorganisation.view(caller, params.reorganisationId));
  const calendars = await modules.process.listCalendars(caller);
  const on = plan.effectiveOn ?? plainDateOf(caller.now);
  const { units } = modules.identity;
  const { searchParams } = new URL(request.url);
  const choices = plan.state === 'draft' ? choicesOf(units, plan, on) : [];
  return {
    plan,
    partIds: partsOf(plan, (unitId) => units.latest(unitId)?.parentId),
    choices,
    changing: changingUnit(units, plan, choices, on, searchParams.get('sua')),
    calendars: calendars.ok ? calendars.value.map(({ code }) => code) : [],
    done: searchParams.get('xong') ?? undefined,
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const intent = textIn(form, 'intent') ?? '';
  const outcome = await carryOutIntent(app, form, params.reorganisationId, intent);
  if (!outcome.ok) return refusedPage(outcome.refusal, { intent, typed: typedOf(form) });
  if (intent === 'discard') return redirect(reorganisationsHome);
  return redirect(`${reorganisationAddress(params.reorganisationId)}?xong=${encodeURIComponent(intent)}`);
}

async function carryOutIntent(app: RequestApp, form: FormData, reorganisationId: string, intent: string) {
  const { reorganisation, units } = app.modules.identity;
  const ctx = commandOf(app, form);
  const draft = { reorganisationId, expectedVersion: Number(textIn(form, 'version')) };
  switch (intent) {
    case 'head':
      return reorganisation.saveHead(ctx, { ...draft, ...readHead(form) });
    case 'carryOut':
      return reorganisation.carryOut(ctx, draft);
    case 'undo':
      return reorganisation.undo(ctx, { ...draft, ...given({ reason: textIn(form, 'reason') }) });
    case 'discard':
      return reorganisation.discard(ctx, draft);
    default: {
      const plan = orErrorPage(await reorganisation.view(app.caller, reorganisationId));
      const on = plan.effectiveOn ?? plainDateOf(app.caller.now);
      const read = readChange(form, choicesOf(units, plan, on));
      if (read && 'wrong' in read) return { ok: false, refusal: read.wrong } as const;
      return reorganisation.edit(ctx, { ...draft, change: read?.change });
    }
  }
}

export default function ReorganisationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, partIds, choices, calendars, changing, done } = loaderData;
  const { t } = useTexts();
  const isDraft = plan.state === 'draft';
  const refused = actionData && {
    intent: actionData.intent,
    typed: actionData.typed,
    refusal: actionData.refusal,
  };
  return (
    <div className="mc-stack">
      <PageTitle
        title={plan.title}
        lead={t(`units.state.${plan.state}.lead`)}
        back={{ href: reorganisationsHome, text: t('units.reorganisations') }}
      />
      {done === 'carryOut' || done === 'undo' ? (
        <Notice tone="success" title={t(`units.done.${done}`)} announced />
      ) : null}
      <ErrorSummary
        refusal={actionData?.refusal}
        idOf={(pointer) => controlId(actionData?.intent ?? '', pointer)}
        labelOf={(pointer) => headLabel(t, pointer)}
      />
      {isDraft ? <Findings plan={plan} /> : null}
      <PlanLines plan={plan} partIds={partIds} />
      {!isDraft && plan.ends.some(({ choice }) => choice?.rest === 'perDossier') ? (
        <p>
          <a href={splitsHome}>{t('units.splits')}</a>
        </p>
      ) : null}
      {isDraft ? <SplitChoices plan={plan} /> : null}
      {isDraft ? <PostPlaces plan={plan} /> : null}
      {isDraft ? <WhatMoves plan={plan} /> : null}
      {isDraft ? (
        <PlanForms
          plan={plan}
          choices={choices}
          calendars={calendars}
          changing={changing}
          refused={refused}
        />
      ) : null}
      {isDraft ? (
        <CarryOutForm plan={plan} />
      ) : (
        <UndoForm plan={plan} typed={actionData?.typed} refusal={actionData?.refusal} />
      )}
    </div>
  );
}

/** The control a refused field belongs to, in the form that was sent. */
function controlId(intent: string, pointer: string): string {
  const name = pointer.replace(/^\/(change\/)?(facts\/)?/, '');
  if (intent === 'end')
    return `end.${name.replace(/^successors\/(\d)\/unitId$/, 'successor.$1').replace(/^unitId$/, 'unit')}`;
  return intent === 'begin' || intent === 'change' ? `${intent}.${name}` : name;
}
