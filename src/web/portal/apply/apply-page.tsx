import { redirect } from 'react-router';
import { componentsFor, feeFor, timeLimitFor } from '../../../modules/catalogue/contract.ts';
import { appContext, commandOf, type RequestApp } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { OnlinePanel } from '../procedures/online-panel.tsx';
import { requireDrafter } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/apply-page.ts';
import { readChoices } from './choices.ts';
import { ChoicesForm } from './choices-form.tsx';
import { Preparation } from './preparation.tsx';

/** The way to a draft: which case, which agency, what to prepare; then sign in and start. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { version, units, online } = await openProcedure(app, params.code);
  const { pathname, search, searchParams } = new URL(request.url);
  const choices = readChoices(searchParams, version, units);
  const consentId = searchParams.get('cho') ?? undefined;
  const ready = choices.missing.length === 0 && choices.caseKey !== undefined;
  return {
    procedure: { code: version.code, name: version.shortName ?? version.name },
    questions: version.content.questions,
    cases: version.content.cases.map(({ key, name }) => ({ key, name })),
    caseByName: version.content.cases.some((each) => each.when === undefined),
    units,
    choices,
    version,
    online,
    /** Asked to go on although something is still to choose. */
    incomplete: searchParams.has('xem') && !ready,
    preparation:
      ready && choices.caseKey !== undefined
        ? preparationOf(version, choices.caseKey, choices.answers)
        : undefined,
    signedIn: app.caller.actor.kind === 'citizen' || consentId !== undefined,
    consentId,
    helps: consentId === undefined ? undefined : await helpedBy(app, consentId),
    address: pathname + search,
  };
}

/** For whom the consent lets the person begin; nobody when it does not, which starting will say. */
async function helpedBy(app: RequestApp, consentId: string): Promise<string | undefined> {
  const consents = await app.modules.identity.citizens.listConsents(app.caller);
  return consents.find((each) => each.consentId === consentId && !each.isGiven && each.inForce)?.principal;
}

/** Begins the draft and opens its first page. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireDrafter(app, request);
  const { version, units } = await openProcedure(app, params.code);
  const form = await request.formData();
  const { answers, caseKey, unit } = readChoices(form, version, units);
  const started = await app.modules.dossiers.commands.startDraft(commandOf(app, form), {
    procedureCode: version.code,
    caseKey: caseKey ?? '',
    caseAnswers: answers,
    competentUnitId: unit?.unitId ?? '',
    ...(form.has('cho') && { consentId: form.get('cho') }),
  });
  if (!started.ok) return refusedPage(started.refusal);
  return redirect(`/ban-khai/${started.value.draftId}`);
}

async function openProcedure(app: RequestApp, code: string) {
  const { catalogue, dossiers } = app.modules;
  const { version, online } = orErrorPage(await catalogue.getProcedurePage(app.caller, { code }));
  const units = orErrorPage(await dossiers.queries.competentUnits(app.caller, code));
  return { version, online, units };
}

function preparationOf(
  version: Parameters<typeof componentsFor>[0],
  caseKey: string,
  answers: Readonly<Record<string, string>>,
) {
  return {
    caseName: version.content.cases.find(({ key }) => key === caseKey)?.name ?? '',
    papers: componentsFor(version, caseKey, answers, 'online'),
    time: timeLimitFor(version, caseKey, 'online'),
    fee: feeFor(version, caseKey, 'online'),
    results: version.content.results.map(({ name }) => name),
  };
}

export default function ApplyPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { procedure, online, units, preparation, choices, incomplete, helps } = loaderData;
  const refusal = incomplete
    ? ({ kind: 'invalid', type: 'forms.incomplete', fields: choices.missing } as const)
    : actionData?.refusal;
  const isOpen = online.state === 'open' && units.length > 0;
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle
        title={t('apply.title', { name: procedure.name })}
        lead={t('apply.lead')}
        back={{ href: `/thu-tuc/${procedure.code}`, text: t('apply.back') }}
      />
      <ErrorSummary refusal={refusal} />
      {helps === undefined ? null : <p className="mc-strong">{t('consent.helps', { name: helps })}</p>}
      {isOpen ? (
        <ChoicesForm {...loaderData} />
      ) : (
        <Notice tone="warning" title={t('apply.not-online')}>
          {online.state === 'open' ? <p>{t('apply.obstacle.no-unit')}</p> : <OnlinePanel page={loaderData} />}
        </Notice>
      )}
      {isOpen && preparation !== undefined ? <Preparation {...loaderData} preparation={preparation} /> : null}
    </div>
  );
}
