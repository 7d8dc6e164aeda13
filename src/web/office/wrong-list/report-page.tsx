import { redirect } from 'react-router';
import { can } from '../../../modules/identity/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ReportAnswer, ReportFacts, ReportStanding } from '../../ui/wrong-list/report-told.tsx';
import { draftAddress } from '../catalogue/addresses.ts';
import { requireOfficer } from '../require-officer.ts';
import { given, textIn, typedOf } from '../typed.ts';
import type { Route } from './+types/report-page.ts';
import { ownReportsAddress, reportAddress, reportsHome } from './addresses.ts';
import { AnswerForm, CorrectForm } from './answer-form.tsx';
import { Reporter } from './report-table.tsx';

/** One report: read by its officer, answered by procedure control. `?moi` right after it was sent. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  const officer = requireOfficer(caller, request);
  return {
    report: orErrorPage(await modules.catalogue.wrongLists.get(caller, params.reportId)),
    mayAnswer: can(officer, 'catalogue.edit'),
    isNew: new URL(request.url).searchParams.has('moi'),
  };
}

export async function action({ context, request, params: { reportId } }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { wrongLists } = app.modules.catalogue;
  if (form.get('intent') === 'correct') {
    const begun = await wrongLists.correct(commandOf(app, form), { reportId });
    if (!begun.ok) return refusedPage(begun.refusal, { typed: {} });
    throw redirect(draftAddress(begun.value.draftId));
  }
  const said = given({ answer: textIn(form, 'answer'), text: textIn(form, 'text') });
  const answered = await wrongLists.answer(commandOf(app, form), { reportId, ...said });
  if (!answered.ok) return refusedPage(answered.refusal, { typed: typedOf(form) });
  throw redirect(reportAddress(reportId));
}

export default function ReportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { report, mayAnswer, isNew } = loaderData;
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  const back = mayAnswer
    ? { href: reportsHome, text: t('wrong-list.queue.title') }
    : { href: ownReportsAddress, text: t('wrong-list.own.title') };
  return (
    <div className="mc-form mc-stack">
      <PageTitle title={t('wrong-list.sent.title')} back={back}>
        <ReportStanding report={report} />
      </PageTitle>
      <ErrorSummary
        refusal={refusal}
        labelOf={(pointer) =>
          pointer === '/answer' ? t('wrong-list.answer.kind') : t('wrong-list.answer.text')
        }
      />
      {isNew ? (
        <Notice tone="success" title={t('wrong-list.sent.done')} announced>
          <p>{t('wrong-list.sent.where')}</p>
        </Notice>
      ) : null}
      <ReportAnswer report={report} />
      <section className="mc-panel mc-stack mc-stack--snug" aria-labelledby="da-bao">
        <h2 id="da-bao">{t('wrong-list.sent.what')}</h2>
        <ReportFacts report={report} />
        <p>
          {t('wrong-list.reporter')}: <Reporter reporter={report.reporter} />
          {report.dossier === undefined ? null : (
            <>
              {'. '}
              {t('wrong-list.dossier')}{' '}
              <a href={`/can-bo/ho-so/${report.dossier.dossierId}`}>{report.dossier.code}</a>
            </>
          )}
        </p>
      </section>
      {mayAnswer && report.answer === undefined ? (
        <AnswerForm typed={actionData?.typed ?? {}} refusal={refusal} />
      ) : null}
      {mayAnswer && report.answer?.kind === 'accepted' ? <CorrectForm /> : null}
    </div>
  );
}
