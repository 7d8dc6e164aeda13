import { redirect } from 'react-router';
import { exportDays } from '../../../modules/privacy/contract.ts';
import { hasText } from '../../../texts/translate.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/own-data-page.ts';
import { CorrectionForm } from './correction-form.tsx';
import { Corrections } from './corrections.tsx';
import { Exports } from './exports.tsx';

/** A copy of one's own data, and what is said to be wrong with it. `?loi=` why a copy could not be taken. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const { privacy, dossiers } = app.modules;
  const { searchParams } = new URL(request.url);
  const fault = searchParams.get('loi') ?? '';
  return {
    exports: await privacy.queries.myExports(app.caller),
    corrections: await privacy.queries.myCorrections(app.caller),
    dossiers: orErrorPage(await dossiers.queries.listMyDossiers(app.caller)).items.map(
      ({ dossierId, code, procedureName }) => ({ dossierId, code, procedureName }),
    ),
    isSent: searchParams.has('da-gui'),
    fault: fault.startsWith('privacy.export-') && hasText(fault) ? fault : undefined,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const form = await request.formData();
  const { commands } = app.modules.privacy;
  if (form.get('intent') === 'export') {
    const asked = await commands.askExport(commandOf(app, form));
    return asked.ok ? redirect('/tai-khoan/du-lieu') : refusedPage(asked.refusal, { typed: undefined });
  }
  const typed = {
    field: String(form.get('field') ?? ''),
    dossierId: String(form.get('dossierId') ?? ''),
    text: String(form.get('text') ?? ''),
  };
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
  const sent = await commands.askCorrection(commandOf(app, form), given);
  return sent.ok ? redirect('/tai-khoan/du-lieu?da-gui') : refusedPage(sent.refusal, { typed });
}

export default function OwnDataPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { exports, corrections, dossiers, isSent, fault } = loaderData;
  const refusal = actionData?.refusal;
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle
        title={t('privacy.own.title')}
        lead={t('privacy.own.lead')}
        back={{ href: '/tai-khoan', text: t('privacy.own.back') }}
      />
      <ErrorSummary refusal={refusal} labelOf={(pointer) => labelOf(pointer, t)} />
      {fault === undefined ? null : (
        <Notice tone="warning" announced>
          <p>{t(fault)}</p>
        </Notice>
      )}
      {isSent && refusal === undefined ? (
        <Notice tone="success" announced>
          <p>{t('privacy.correction.sent')}</p>
        </Notice>
      ) : null}
      <Exports exports={exports} days={exportDays} />
      <CorrectionForm dossiers={dossiers} typed={actionData?.typed} refusal={refusal} />
      <Corrections corrections={corrections} />
      <p>
        <a href="/du-lieu-ca-nhan">{t('privacy.own.register')}</a>
      </p>
    </div>
  );
}

function labelOf(pointer: string, t: ReturnType<typeof useTexts>['t']): string | undefined {
  if (pointer === '/field') return t('privacy.correction.field');
  return pointer === '/text' ? t('privacy.correction.text') : undefined;
}
