import { data, redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { readUploadOutcome } from '../../../modules/documents/contract.ts';
import { type OfficeDossierView, type Queue, queues } from '../../../modules/dossiers/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErasedNotice } from '../../ui/erased-notice.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { PhaseTag } from '../../ui/phase-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { officeFieldLabel } from '../field-label.ts';
import { queueAddress, queuesOf } from '../office-queues.ts';
import { requireOfficer } from '../require-officer.ts';
import { typedOf, withoutAmount } from '../typed.ts';
import { ReportsOnDossier } from '../wrong-list/on-dossier.tsx';
import type { Route } from './+types/dossier.ts';
import { Actions } from './actions.tsx';
import { Assignment } from './assignment.tsx';
import { ClockPanel } from './clock-panel.tsx';
import { Done } from './done.tsx';
import { carryOut, intentOf, unknownIntent } from './dossier-intents.ts';
import { fieldIdOf } from './field-id.ts';
import { Given } from './given.tsx';
import { givenAnswers } from './given-answers.ts';
import { History } from './history.tsx';
import { OpenActs } from './open-acts.tsx';
import { OpenSplitNotice } from './open-split-notice.tsx';
import { Papers } from './papers.tsx';
import { Parts } from './parts.tsx';
import { seeWhole } from './see-whole.ts';
import { formPrefix } from './sent.ts';
import { Standing } from './standing.tsx';
import { Steps } from './steps.tsx';
import { Unmask } from './unmask.tsx';
import { UploadNotice } from './upload-notice.tsx';

/** The dossier on one page. `?xong=` says what was just done, `?tu=` in which queue; `?da-tai=`, `?loi=` of an upload. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const officer = requireOfficer(app.caller, request);
  const { searchParams } = new URL(request.url);
  const view = orErrorPage(await app.modules.dossiers.queries.getOfficeDossier(app.caller, params.dossierId));
  const named = queues.find((each) => each === searchParams.get('tu'));
  const queue = named ?? queueToWork(view) ?? queuesOf(officer)[0];
  const isCounted = view.fee.units.length > 0 || view.fee.total !== 0;
  const mayAccept = view.actions.some(({ action }) => action === 'accept');
  const version =
    mayAccept && isCounted
      ? orErrorPage(
          await app.modules.catalogue.readVersion(
            app.caller,
            view.procedureVersionId,
            plainDateOf(new Date(view.submittedAt)),
          ),
        )
      : undefined;
  return {
    view,
    assignments: await app.modules.dossiers.queries.taskAssignments(app.caller, params.dossierId),
    given: view.erasedAt === undefined ? await givenAnswers(app, view) : [],
    erased: await app.modules.privacy.retention.tracesOf(app.caller, params.dossierId),
    unmaskReasons: app.modules.privacy.unmaskReasons,
    reports: orErrorPage(
      await app.modules.catalogue.wrongLists.own(app.caller, { dossierId: view.dossierId }),
    ),
    fees: version?.content.fees,
    queue,
    done: searchParams.get('xong') ?? undefined,
    upload: readUploadOutcome(searchParams),
    now: app.caller.now,
  };
}

/** The queue of the step the officer may work on. */
function queueToWork({ actions, tasks }: OfficeDossierView): Queue | undefined {
  const task = tasks.find(({ taskId }) => taskId === actions[0]?.taskId);
  return task?.queue;
}

/** One of the actions allowed now; done, it says so on the page it leads to. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const typed = typedOf(form);
  if (form.get('intent') === 'count')
    return data({ refusal: undefined, intent: 'accept' as const, typed: withoutAmount(typed) });
  if (form.get('intent') === 'unmask') return seeWhole(app, request, form, params.dossierId);
  const intent = intentOf(form);
  if (intent === undefined) return refusedPage(unknownIntent(), { intent, typed });
  const { commands } = app.modules.dossiers;
  const outcome = await carryOut(commands, commandOf(app, form), params.dossierId, intent, form);
  if (!outcome.ok) return refusedPage(outcome.refusal, { intent, typed });
  const query = new URLSearchParams({ xong: intent, tu: typed.queue ?? '' });
  return redirect(`/can-bo/ho-so/${params.dossierId}?${query}`);
}

export default function OfficeDossier({ loaderData, actionData }: Route.ComponentProps) {
  const { assignments, erased, unmaskReasons, reports, fees, queue, done, upload, now } = loaderData;
  const whole = actionData !== undefined && 'whole' in actionData ? actionData.whole : undefined;
  const { view, given } = whole ?? loaderData;
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  const sent = actionData?.intent === undefined ? undefined : { ...actionData, intent: actionData.intent };
  const papers = view.components.map(({ key }) => key);
  return (
    <>
      <PageTitle
        title={t('office.dossier.title', { code: view.code })}
        lead={view.procedureName}
        {...(queue !== undefined && {
          back: {
            href: queueAddress(queue),
            text: t('office.dossier.back', { queue: t(`office.queue.${queue}`) }),
          },
        })}
      >
        <PhaseTag phase={view.phase} status={view.nationalStatus} />
      </PageTitle>
      <div className="mc-stack">
        {refusal === undefined && done !== undefined ? <Done view={view} done={done} queue={queue} /> : null}
        <OpenSplitNotice split={view.openSplit} />
        <UploadNotice outcome={refusal === undefined ? upload : undefined} />
        <ErrorSummary
          refusal={refusal}
          idOf={(pointer) => fieldIdOf(pointer, sent === undefined ? '' : formPrefix(sent), papers)}
          labelOf={(pointer) => officeFieldLabel(pointer, t)}
        />
        {refusal?.kind === 'conflict' ? (
          <p>
            {t('office.dossier.stale')}{' '}
            <a href={`/can-bo/ho-so/${view.dossierId}`}>{t('office.dossier.reload')}</a>
          </p>
        ) : null}
        {view.actions.length === 0 ? null : (
          <a className="mc-jump" href="#viec-can-lam">
            {t('office.actions.jump')}
          </a>
        )}
        <div className="mc-dossier">
          <section className="mc-dossier__given mc-stack" aria-labelledby="nguoi-nop">
            <ErasedNotice traces={erased} />
            <Unmask
              view={view}
              reasons={unmaskReasons}
              isUnmasked={whole !== undefined}
              problem={refusal?.type === 'dossiers.unmask-reason' ? t(refusal.type) : undefined}
            />
            {view.erasedAt === undefined ? <Given view={view} given={given} /> : null}
          </section>
          <section className="mc-dossier__papers" aria-labelledby="giay-to">
            <Papers view={view} sent={sent} />
          </section>
          <aside className="mc-dossier__side" aria-label={t('office.dossier.side')}>
            <Actions view={view} fees={fees} queue={queue} sent={sent} now={now} />
            <OpenActs view={view} />
            <Parts view={view} sent={sent} />
            <ClockPanel view={view} />
            <Assignment dossierId={view.dossierId} tasks={assignments} />
            <Standing view={view} />
            <ReportsOnDossier
              versionId={view.procedureVersionId}
              dossierId={view.dossierId}
              reports={reports}
            />
          </aside>
        </div>
        <Steps view={view} />
        <History view={view} />
      </div>
    </>
  );
}
