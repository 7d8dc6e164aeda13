import { redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { appContext, commandOf } from '../../context.ts';
import { refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { given, type Typed, textIn, typedOf } from '../typed.ts';
import type { Route } from './+types/check.ts';
import { DraftFrame } from './draft-frame.tsx';
import { HoursSum } from './edit/hours-sum.tsx';
import { Findings } from './findings.tsx';
import { loadDraft } from './load-draft.ts';

/** Everything that is to be looked at, and publication. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const loaded = await loadDraft(app, params.draftId);
  if (loaded.draft.publishedVersionId !== undefined)
    throw redirect(`/can-bo/quy-trinh/ban/${loaded.draft.publishedVersionId}`);
  return { ...loaded, today: plainDateOf(app.caller.now) };
}

/** Publishes, or puts the draft aside. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { editing } = app.modules.process;
  const wanted = { draftId: params.draftId, expectedVersion: Number(form.get('version')) };
  if (form.get('intent') === 'discard') {
    const put = await editing.discardDraft(commandOf(app, form), wanted);
    return put.ok ? redirect('/can-bo/quy-trinh?xem=ban-nhap') : refusedPage(put.refusal, { typed: {} });
  }
  const decision = {
    number: textIn(form, 'decision.number') ?? '',
    on: textIn(form, 'decision.on') ?? '',
    ...given({ file: textIn(form, 'decision.file') }),
  };
  const validFrom = textIn(form, 'validFrom') ?? '';
  const published = await editing.publishDraft(commandOf(app, form), { ...wanted, validFrom, decision });
  if (published.ok) return redirect(`/can-bo/quy-trinh/ban/${published.value.versionId}?da-cong-bo`);
  return refusedPage(published.refusal, { typed: typedOf(form) });
}

export default function CheckProcess({ loaderData, actionData }: Route.ComponentProps) {
  const { draft, limit, procedureName, today } = loaderData;
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  const typed: Typed = actionData?.typed ?? {};
  const problem = useProblems(refusal);
  const errors = draft.findings.filter(({ severity }) => severity === 'error').length;
  const isOfFindings = refusal?.type === 'process.not-publishable';
  return (
    <DraftFrame draft={draft} procedureName={procedureName} current="kiem-tra">
      <div className="mc-stack mc-measure">
        <ErrorSummary
          refusal={isOfFindings ? { ...refusal, fields: [] } : refusal}
          idOf={(pointer) => pointer.replace(/^\//, '').replaceAll('/', '.')}
          labelOf={(pointer) => labelOf(pointer, t)}
        />
        <HoursSum rows={draft.content.rows} limit={limit} />
        <Findings findings={draft.findings} draftId={draft.draftId} />
        <section className="mc-panel mc-stack" aria-labelledby="cong-bo">
          <h2 id="cong-bo">{t('process.publish.title')}</h2>
          {errors > 0 ? (
            <Notice tone="warning">
              <p>{t('process.publish.errors', { count: errors })}</p>
            </Notice>
          ) : (
            <form method="post" className="mc-stack">
              <RequestId form="publish" />
              <input type="hidden" name="version" value={draft.version} />
              <p>{t('process.publish.what')}</p>
              <TextField
                name="decision.number"
                label={t('process.decision.number')}
                value={typed['decision.number']}
                problem={problem('/decision/number')}
              />
              <TextField
                name="decision.on"
                type="date"
                label={t('process.decision.on')}
                value={typed['decision.on']}
                problem={problem('/decision/on')}
              />
              <TextField
                name="decision.file"
                label={t('process.decision.file')}
                hint={t('process.decision.file.hint')}
                value={typed['decision.file']}
                isOptional
              />
              <TextField
                name="validFrom"
                type="date"
                label={t('process.publish.from')}
                hint={t('process.publish.from.hint')}
                value={typed.validFrom ?? today}
                problem={problem('/validFrom')}
              />
              <div>
                <button
                  type="submit"
                  className="ds-button"
                  data-variant="primary"
                  name="intent"
                  value="publish"
                >
                  {t('process.publish.submit')}
                </button>
              </div>
            </form>
          )}
        </section>
        <details className="mc-disclosure">
          <summary>{t('process.discard.title')}</summary>
          <form method="post" className="mc-disclosure__body mc-stack">
            <RequestId form="discard" />
            <input type="hidden" name="version" value={draft.version} />
            <p>{t('process.discard.what')}</p>
            <div>
              <button
                type="submit"
                className="ds-button"
                data-variant="secondary"
                data-color="danger"
                name="intent"
                value="discard"
              >
                {t('process.discard.submit')}
              </button>
            </div>
          </form>
        </details>
      </div>
    </DraftFrame>
  );
}

function labelOf(pointer: string, t: ReturnType<typeof useTexts>['t']): string | undefined {
  if (pointer === '/decision/number') return t('process.decision.number');
  if (pointer === '/decision/on') return t('process.decision.on');
  return pointer === '/validFrom' ? t('process.publish.from') : undefined;
}
