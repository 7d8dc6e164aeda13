import { redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { hasText } from '../../../texts/translate.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { unknownIntent } from '../dossier/dossier-intents.ts';
import { requireOfficer } from '../require-officer.ts';
import { typedOf } from '../typed.ts';
import type { Route } from './+types/person.ts';
import { AccountSection } from './account-section.tsx';
import { activationHome, peopleHome, personAddress } from './addresses.ts';
import { peopleFieldLabel } from './field-label.ts';
import { personAct } from './person-acts.ts';
import { UnitList } from './post-fields.tsx';
import { PostsSection } from './posts-section.tsx';
import { SignInSection } from './sign-in-section.tsx';
import { Slip } from './slip.tsx';
import { unitChoices } from './unit-choices.ts';

/** One person: contacts, posts by dates, account and sign-in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const { queries } = app.modules.identity.people;
  return {
    person: orErrorPage(await queries.person(app.caller, params.accountId)),
    labels: unitChoices(app).labels,
    today: plainDateOf(app.caller.now),
    done: new URL(request.url).searchParams.get('xong') ?? undefined,
  };
}

/** Carries out one of the page's forms. A code is in the answer to the form itself: it is shown this once. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const typed = typedOf(form);
  const { commands } = app.modules.identity.people;
  const { accountId } = params;
  if (typed.intent === 'code') {
    const issued = await commands.issueCodes(commandOf(app, form), { accountIds: [accountId] });
    if (!issued.ok) return refusedPage(issued.refusal, { typed, slips: undefined, link: undefined });
    const link = new URL(`${activationHome}/${issued.value[0]?.code}`, app.baseUrl).href;
    return { refusal: undefined, typed, slips: issued.value, link };
  }
  const done = await personAct(commands, commandOf(app, form), accountId, typed);
  if (done === undefined) return refusedPage(unknownIntent(), { typed, slips: undefined, link: undefined });
  if (!done.ok) return refusedPage(done.refusal, { typed, slips: undefined, link: undefined });
  return redirect(`${personAddress(accountId)}?xong=${typed.intent}`);
}

export default function Person({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const { person, labels, today, done } = loaderData;
  const { refusal, typed, slips, link } = actionData ?? {};
  const form = typed?.postId === undefined ? typed?.intent : `${typed.intent}.${typed.postId}`;
  const told = `people.done.${done}`;
  return (
    <div className="mc-stack mc-stack--loose">
      <PageTitle
        title={person.name}
        lead={`${t('people.login')}: ${person.login}`}
        back={{ href: peopleHome, text: t('people.title') }}
      />
      <ErrorSummary
        refusal={refusal}
        idOf={(pointer) => `${form}.${pointer.split('/').at(-1)}`}
        labelOf={(pointer) => peopleFieldLabel(pointer, t)}
      />
      {actionData === undefined && done !== undefined && hasText(told) ? (
        <Notice tone="success" announced>
          <p>{t(told)}</p>
        </Notice>
      ) : null}
      {slips?.map((slip) => (
        <Slip key={slip.accountId} slip={slip} link={link ?? ''} />
      ))}
      <div
        className={slips === undefined ? 'mc-stack mc-stack--loose' : 'mc-stack mc-stack--loose mc-no-print'}
      >
        <PostsSection person={person} today={today} form={form} typed={typed ?? {}} refusal={refusal} />
        <SignInSection person={person} form={form} typed={typed ?? {}} refusal={refusal} />
        <AccountSection person={person} form={form} typed={typed ?? {}} refusal={refusal} />
      </div>
      <UnitList labels={labels} />
    </div>
  );
}

export function headers() {
  return { 'cache-control': 'no-store' };
}
