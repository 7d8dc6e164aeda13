import { redirect } from 'react-router';
import { isUuid } from '../../../kernel/id.ts';
import { appContext, commandOf, type RequestApp } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ReportFields } from '../../ui/wrong-list/report-fields.tsx';
import { reportIn, reportLabel } from '../../ui/wrong-list/report-input.ts';
import { procedureAddress } from '../procedures/addresses.ts';
import type { Route } from './+types/report.ts';

/** Somebody found a mistake on a procedure's page: signed in or not, with or without script. `?ban=` names the version. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const { id, code, name, shortName, number, content } = await versionMeant(app, request, params.code);
  const papers = content.components.map((paper) => ({ key: paper.key, name: paper.name }));
  return { versionId: id, code, name: shortName ?? name, number, papers };
}

async function versionMeant({ modules, caller }: RequestApp, request: Request, code: string) {
  const named = new URL(request.url).searchParams.get('ban') ?? '';
  const read = isUuid(named) ? await modules.catalogue.readVersion(caller, named) : undefined;
  if (read?.ok === true && read.value.code === code) return read.value;
  return orErrorPage(await modules.catalogue.getProcedurePage(caller, { code })).version;
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  const form = await request.formData();
  const { dossierId: _, ...said } = reportIn(form);
  const sent = await app.modules.catalogue.wrongLists.report(commandOf(app, form), said);
  if (!sent.ok) return refusedPage(sent.refusal, { typed: said });
  throw redirect(`/bao-sai/${sent.value.token}?moi`);
}

export default function Report({ loaderData, actionData }: Route.ComponentProps) {
  const { versionId, code, name, number, papers } = loaderData;
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  return (
    <div className="mc-narrow mc-stack">
      <PageTitle
        title={t('wrong-list.title')}
        lead={t('wrong-list.lead')}
        back={{ href: procedureAddress('vi', code), text: t('wrong-list.back') }}
      />
      <ErrorSummary refusal={refusal} labelOf={(pointer) => reportLabel(pointer, t)} />
      <p>{t('wrong-list.procedure.version', { code, name, number })}</p>
      <form method="post" className="mc-stack">
        <RequestId form="bao-sai" />
        <input type="hidden" name="versionId" value={versionId} />
        <ReportFields papers={papers} typed={actionData?.typed ?? {}} refusal={refusal} />
        <p className="mc-small mc-subtle">{t('wrong-list.privacy')}</p>
        <div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('wrong-list.send')}
          </button>
        </div>
      </form>
    </div>
  );
}
