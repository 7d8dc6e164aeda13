import { redirect } from 'react-router';
import type { PostalDesk } from '../../../modules/dossiers/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary, fieldId } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { textIn, typedOf } from '../typed.ts';
import type { Route } from './+types/desk.ts';
import { AwaitedPapers } from './awaited-papers.tsx';
import { ToHand } from './to-hand.tsx';

export const handle: PageHandle = { js: true };

/** The post's desk of one counter (`?quay=`): results to give, papers to come, the lists made. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const asked = {
    unitId: searchParams.get('quay') ?? undefined,
    afterOut: searchParams.get('sau') ?? undefined,
    afterIn: searchParams.get('sau-den') ?? undefined,
  };
  const desk = orErrorPage(await modules.dossiers.queries.postalDesk(caller, asked));
  return { desk, isFirst: asked.afterOut === undefined, received: searchParams.has('da-nhan') };
}

/** Hands over what has a number, or notes papers that came. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { commands } = app.modules.dossiers;
  const ctx = commandOf(app, form);
  const unitId = textIn(form, 'unitId') ?? '';
  if (form.get('intent') === 'receive') {
    const dossierId = textIn(form, 'dossierId');
    const came = await commands.receiveByPost(ctx, {
      dossierId,
      trackingNumber: textIn(form, 'trackingNumber') ?? '',
    });
    if (!came.ok) return refusedPage(came.refusal, { typed: typedOf(form), rows: [], dossierId });
    return redirect(`/can-bo/buu-chinh?${new URLSearchParams({ quay: unitId, 'da-nhan': '1' })}`);
  }
  const rows = form.getAll('taskId').map(String);
  const numbered = rows.filter((taskId) => textIn(form, `number.${taskId}`) !== undefined);
  const items = numbered.map((taskId) => ({ taskId, trackingNumber: textIn(form, `number.${taskId}`) }));
  const handed = await commands.handToPost(ctx, { unitId, items });
  if (!handed.ok)
    return refusedPage(handed.refusal, { typed: typedOf(form), rows: numbered, dossierId: undefined });
  return redirect(`/can-bo/buu-chinh/${handed.value.listId}`);
}

export default function PostalDeskPage({ loaderData, actionData }: Route.ComponentProps) {
  const { desk, isFirst, received } = loaderData;
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  const here = `/can-bo/buu-chinh?quay=${desk.unit.unitId}`;
  return (
    <>
      <PageTitle title={t('post.desk.title')} lead={t('post.desk.lead', { unit: desk.unit.name })} />
      <div className="mc-stack mc-stack--loose">
        <ErrorSummary refusal={refusal} idOf={(pointer) => idOfRow(pointer, actionData)} />
        {received && refusal === undefined ? (
          <Notice tone="success" announced>
            <p>{t('post.desk.received')}</p>
          </Notice>
        ) : null}
        <ChooseCounter desk={desk} />
        <section className="mc-stack mc-stack--snug" aria-labelledby="cho-giao">
          <h2 id="cho-giao">{t('post.desk.out')}</h2>
          {desk.out.length === 0 ? (
            <EmptyState icon="inbox" title={t('post.desk.out.none')}>
              <p>{t('post.desk.out.none.body')}</p>
            </EmptyState>
          ) : (
            <ToHand
              desk={desk}
              typed={actionData?.typed ?? {}}
              refusal={refusal}
              rows={actionData?.rows ?? []}
            />
          )}
          <Pager
            next={desk.nextOut === undefined ? undefined : `${here}&sau=${encodeURIComponent(desk.nextOut)}`}
            first={isFirst ? undefined : here}
          />
        </section>
        <AwaitedPapers desk={desk} refusal={refusal} dossierId={actionData?.dossierId} />
        {desk.lists.length === 0 ? null : (
          <section className="mc-stack mc-stack--snug" aria-labelledby="phieu">
            <h2 id="phieu">{t('post.desk.lists')}</h2>
            <ul className="mc-plain">
              {desk.lists.map(({ listId, handedAt, items }) => (
                <li key={listId}>
                  <a href={`/can-bo/buu-chinh/${listId}`}>
                    <DateTime at={new Date(handedAt)} /> – {t('post.desk.list', { count: items })}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

/** Asked only of those who stand at several counters. */
function ChooseCounter({ desk }: { readonly desk: PostalDesk }) {
  const { t } = useTexts();
  if (desk.units.length < 2) return null;
  return (
    <form className="mc-inline-form">
      <SelectField
        name="quay"
        label={t('post.desk.unit')}
        options={desk.units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
        value={desk.unit.unitId}
      />
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('post.desk.show')}
      </button>
    </form>
  );
}

/** Rows are refused by their place among those that were numbered; each field is named by its step. */
function idOfRow(
  pointer: string,
  sent: { rows?: readonly string[]; dossierId?: string | undefined } | undefined,
) {
  const at = /^\/items\/(\d+)/.exec(pointer)?.[1];
  const taskId = at === undefined ? undefined : sent?.rows?.[Number(at)];
  if (taskId !== undefined) return `number.${taskId}`;
  return sent?.dossierId === undefined ? fieldId(pointer) : `came.${sent.dossierId}`;
}
