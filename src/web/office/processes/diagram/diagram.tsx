import { redirect } from 'react-router';
import { appContext, commandOf } from '../../../context.ts';
import type { PageHandle } from '../../../page-handle.ts';
import { refusedPage } from '../../../refusals.ts';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { requireOfficer } from '../../require-officer.ts';
import { DraftFrame } from '../draft-frame.tsx';
import { HoursSum } from '../edit/hours-sum.tsx';
import { loadDraft, unitChoices } from '../load-draft.ts';
import { StepsTable } from '../steps-table.tsx';
import type { Route } from './+types/diagram.ts';
import { Drawing } from './drawing.tsx';
import { Refine } from './refine.tsx';

export const handle: PageHandle = { js: true };

/** The draft's drawing; `?sua` opens the modeler on it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const loaded = await loadDraft(app, params.draftId);
  const drawing = await app.modules.process.editing.drawDraft(app.caller, params.draftId);
  return {
    ...loaded,
    xml: drawing.ok ? drawing.value : undefined,
    units: unitChoices(app),
    isRefining: new URL(request.url).searchParams.has('sua'),
  };
}

/** Gives the diagram up for the table. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const wanted = { draftId: params.draftId, expectedVersion: Number(form.get('version')) };
  const dropped = await app.modules.process.editing.dropDiagram(commandOf(app, form), wanted);
  return dropped.ok ? redirect(`/can-bo/quy-trinh/${params.draftId}`) : refusedPage(dropped.refusal);
}

export default function ProcessDiagram({ loaderData, actionData }: Route.ComponentProps) {
  const { draft, procedureName, limit, xml, units, isRefining } = loaderData;
  const { t } = useTexts();
  const address = `/can-bo/quy-trinh/${draft.draftId}/so-do`;
  const isAuthority = draft.bpmn !== undefined;
  return (
    <DraftFrame draft={draft} procedureName={procedureName} current="so-do">
      <div className="mc-stack">
        <ErrorSummary refusal={actionData?.refusal} />
        {xml === undefined ? (
          <Notice tone="warning">
            <p>{t('process.diagram.errors')}</p>
          </Notice>
        ) : isRefining ? (
          <Refine address={address} xml={xml} version={draft.version} units={units} />
        ) : (
          <>
            <div className="mc-bar">
              <a className="ds-button" data-variant="secondary" href={`${address}?sua`}>
                {t('process.diagram.refine')}
              </a>
              <p className="mc-subtle">
                {t(isAuthority ? 'process.diagram.authority' : 'process.diagram.from-table')}
              </p>
            </div>
            <Drawing xml={xml} />
          </>
        )}
        {isAuthority && !isRefining ? (
          <>
            <h2>{t('process.diagram.table')}</h2>
            <StepsTable steps={draft.content.rows} units={units} />
            <HoursSum rows={draft.content.rows} limit={limit} />
            <details className="mc-disclosure">
              <summary>{t('process.diagram.drop')}</summary>
              <form method="post" className="mc-disclosure__body mc-stack">
                <RequestId form="drop" />
                <input type="hidden" name="version" value={draft.version} />
                <p>{t('process.diagram.drop.what')}</p>
                <div>
                  <button type="submit" className="ds-button" data-variant="secondary">
                    {t('process.diagram.drop.submit')}
                  </button>
                </div>
              </form>
            </details>
          </>
        ) : null}
      </div>
    </DraftFrame>
  );
}
