import { data, redirect } from 'react-router';
import { isUuid } from '../../../kernel/id.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ReportFields } from '../../ui/wrong-list/report-fields.tsx';
import { reportIn, reportLabel } from '../../ui/wrong-list/report-input.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/new-report.ts';
import { ownReportsAddress, reportAddress } from './addresses.ts';

const unknown = { kind: 'not-found', type: 'catalogue.version-not-found' } as const;

/** An officer came upon a wrong list: the version, the paper and the dossier stand in the address. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const versionId = searchParams.get('ban') ?? '';
  if (!isUuid(versionId)) throw data({ refusal: unknown }, { status: 404 });
  const version = orErrorPage(await modules.catalogue.readVersion(caller, versionId));
  const named = searchParams.get('giay-to');
  const paper = version.content.components.find(({ key }) => key === named);
  const dossierId = searchParams.get('ho-so') ?? undefined;
  const dossier =
    dossierId === undefined
      ? undefined
      : orErrorPage(await modules.dossiers.queries.getOfficeDossier(caller, dossierId));
  return {
    version: {
      versionId,
      code: version.code,
      name: version.shortName ?? version.name,
      number: version.number,
    },
    papers: version.content.components.map(({ key, name }) => ({ key, name })),
    componentKey: paper?.key,
    dossier: dossier && { dossierId: dossier.dossierId, code: dossier.code },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const said = reportIn(form);
  const sent = await app.modules.catalogue.wrongLists.report(commandOf(app, form), said);
  if (!sent.ok) return refusedPage(sent.refusal, { typed: said });
  throw redirect(`${reportAddress(sent.value.reportId)}?moi`);
}

export default function NewReport({ loaderData, actionData }: Route.ComponentProps) {
  const { version, papers, componentKey, dossier } = loaderData;
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  const typed = actionData?.typed ?? { ...(componentKey !== undefined && { componentKey }) };
  const back =
    dossier === undefined
      ? { href: ownReportsAddress, text: t('wrong-list.own.title') }
      : {
          href: `/can-bo/ho-so/${dossier.dossierId}`,
          text: t('office.dossier.title', { code: dossier.code }),
        };
  return (
    <div className="mc-narrow mc-stack">
      <PageTitle title={t('wrong-list.title')} lead={t('wrong-list.lead.officer')} back={back} />
      <ErrorSummary refusal={refusal} labelOf={(pointer) => reportLabel(pointer, t)} />
      <p>{t('wrong-list.procedure.version', version)}</p>
      <form method="post" className="mc-stack">
        <RequestId form="bao-sai" />
        <input type="hidden" name="versionId" value={version.versionId} />
        {dossier === undefined ? null : (
          <>
            <input type="hidden" name="dossierId" value={dossier.dossierId} />
            <p>
              {t('wrong-list.dossier')} <strong className="mc-number">{dossier.code}</strong>
            </p>
          </>
        )}
        <ReportFields papers={papers} typed={typed} refusal={refusal} />
        <div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('wrong-list.send')}
          </button>
        </div>
      </form>
    </div>
  );
}
