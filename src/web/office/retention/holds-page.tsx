import { redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Pager } from '../../ui/pager.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/holds-page.ts';
import { dueAddress, holdsAddress } from './addresses.ts';
import { HoldForm, holdLabel } from './hold-form.tsx';
import { OpenHold } from './open-hold.tsx';

/** What is held back from erasing. `?xong=` what was just done. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('tu') ?? undefined;
  const page = orErrorPage(await modules.privacy.retention.holds(caller, cursor));
  const done = (['put', 'lift'] as const).find((each) => each === searchParams.get('xong'));
  return { ...page, isFirst: cursor === undefined, done, today: plainDateOf(caller.now) };
}

/** Holds a dossier, or lifts a hold. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const { retention } = app.modules.privacy;
  const holdId = text('holdId');
  if (holdId !== '') {
    const lifted = await retention.liftHold(commandOf(app, form), { holdId, reason: text('reason') });
    if (lifted.ok) return redirect(`${holdsAddress}?xong=lift`);
    return refusedPage(lifted.refusal, { holdId, typed: { reason: text('reason') } });
  }
  const typed = {
    code: text('code'),
    ground: text('ground'),
    reason: text('reason'),
    decisionNumber: text('decisionNumber'),
    untilOn: text('untilOn'),
  };
  const put = await retention.putHold(commandOf(app, form), typed);
  return put.ok ? redirect(`${holdsAddress}?xong=put`) : refusedPage(put.refusal, { holdId, typed });
}

export default function HoldsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { items, next, isFirst, done, today } = loaderData;
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  const lifting = actionData?.holdId || undefined;
  const ofForm = lifting === undefined;
  return (
    <div className="mc-stack">
      <PageTitle
        title={t('retention.holds.title')}
        lead={t('retention.holds.lead')}
        back={{ href: dueAddress, text: t('retention.title') }}
      />
      <ErrorSummary
        refusal={refusal}
        idOf={(pointer) => (ofForm ? pointer.slice(1) : `thoi-giu-${lifting}`)}
        labelOf={(pointer) => t(ofForm ? holdLabel(pointer) : 'retention.hold.lift.reason')}
      />
      {done !== undefined && refusal === undefined ? (
        <Notice tone="success" announced>
          <p>{t(`retention.hold.${done}.done`)}</p>
        </Notice>
      ) : null}
      <HoldForm refusal={ofForm ? refusal : undefined} typed={ofForm ? actionData?.typed : undefined} />
      {items.length === 0 ? (
        <EmptyState title={t('retention.holds.none')}>
          <p>{t('retention.holds.none.body')}</p>
        </EmptyState>
      ) : (
        <ul className="mc-cards">
          {items.map((hold) => (
            <li key={hold.holdId} className="mc-card">
              <OpenHold
                hold={hold}
                today={today}
                refusal={hold.holdId === lifting ? refusal : undefined}
                typed={hold.holdId === lifting ? actionData?.typed?.reason : undefined}
              />
            </li>
          ))}
        </ul>
      )}
      <Pager
        next={next === undefined ? undefined : `${holdsAddress}?tu=${encodeURIComponent(next)}`}
        first={isFirst ? undefined : holdsAddress}
      />
    </div>
  );
}
