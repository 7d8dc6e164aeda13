import { data, redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { appContext, commandOf } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { unknownIntent } from '../dossier/dossier-intents.ts';
import { fieldIdOf } from '../dossier/field-id.ts';
import { officeFieldLabel } from '../field-label.ts';
import { requireOfficer } from '../require-officer.ts';
import { typedOf, withoutAmount } from '../typed.ts';
import type { Route } from './+types/walk-in.ts';
import { ChooseCase } from './choose-case.tsx';
import { CounterForm } from './counter-form.tsx';
import { counterForm } from './counter-form-props.ts';
import { loadMatter, matterOf } from './load-matter.ts';
import { settleInput, walkInInput } from './walk-in-input.ts';

export const handle: PageHandle = { js: true };

/** A person at the counter with one procedure; the case and the agency stand in the address. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const { searchParams, search } = new URL(request.url);
  const { page, counter, answers, channel } = await loadMatter(app, params.code, searchParams);
  const { version, guide } = page;
  return { version, guide, counter, answers, channel, search, today: plainDateOf(app.caller.now) };
}

/** Receives, or settles at once; `count` only works the fee out, for browsers without script. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const typed = typedOf(form);
  const intent = form.get('intent');
  if (intent === 'count') return data({ refusal: undefined, typed: withoutAmount(typed) });
  const matter = matterOf(await loadMatter(app, params.code, new URL(request.url).searchParams));
  if (matter === undefined || (intent !== 'register' && intent !== 'settle'))
    return refusedPage(unknownIntent(), { typed });
  const { commands } = app.modules.dossiers;
  const ctx = commandOf(app, form);
  const received =
    intent === 'settle'
      ? await commands.settleAtCounter(ctx, settleInput(matter, form))
      : await commands.registerWalkIn(ctx, walkInInput(matter, form));
  if (!received.ok) return refusedPage(received.refusal, { typed });
  return redirect(`/can-bo/tiep-nhan/xong/${received.value.dossierId}`);
}

export default function WalkIn({ loaderData, actionData }: Route.ComponentProps) {
  const { version, guide, counter } = loaderData;
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  const papers = guide.papers.map(({ component }) => component.key);
  const isReady = guide.chosenCase !== undefined && counter.chosenId !== undefined;
  return (
    <>
      <PageTitle
        title={version.shortName ?? version.name}
        lead={`${t('office.walk-in.title')} – ${version.code}`}
        back={{ href: '/can-bo/tiep-nhan', text: t('office.walk-in.another') }}
      />
      <div className="mc-stack">
        <ErrorSummary
          refusal={refusal}
          idOf={(pointer) => fieldIdOf(pointer, counterForm, papers)}
          labelOf={(pointer) => officeFieldLabel(pointer, t)}
        />
        {counter.obstacle === undefined ? (
          <>
            <ChooseCase {...loaderData} />
            {isReady ? (
              <CounterForm {...loaderData} refusal={refusal} typed={actionData?.typed ?? {}} />
            ) : null}
          </>
        ) : (
          <Notice tone="warning" title={t('office.walk-in.obstacle')}>
            <p>{t(`office.walk-in.obstacle.${counter.obstacle}`)}</p>
          </Notice>
        )}
      </div>
    </>
  );
}
