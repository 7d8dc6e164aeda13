import { redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { refuse } from '../../../kernel/result.ts';
import { can } from '../../../modules/identity/contract.ts';
import { appContext, commandOf } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { typedOf } from '../typed.ts';
import type { Route } from './+types/add.ts';
import { peopleHome, personAddress } from './addresses.ts';
import { peopleFieldLabel } from './field-label.ts';
import { PersonFields } from './person-fields.tsx';
import { PostFields, postIn, UnitList } from './post-fields.tsx';
import { unitChoices } from './unit-choices.ts';

/** A new person with their first post. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(appContext);
  const officer = requireOfficer(app.caller, request);
  if (!can(officer, 'identity.manage')) orErrorPage(refuse('forbidden', 'identity.not-administrator'));
  return { labels: unitChoices(app).labels, today: plainDateOf(app.caller.now) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const typed = typedOf(form);
  const { name = '', login = '', phone, email } = typed;
  const opened = await app.modules.identity.people.commands.openAccount(commandOf(app, form), {
    name,
    login,
    phone,
    email,
    post: postIn(typed),
  });
  if (!opened.ok) return refusedPage(opened.refusal, { typed });
  return redirect(`${personAddress(opened.value.accountId)}?xong=open`);
}

export default function AddPerson({ loaderData: { labels, today }, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  const typed = actionData?.typed ?? { from: today };
  const problem = useProblems(refusal);
  return (
    <div className="mc-stack mc-form">
      <PageTitle
        title={t('people.add')}
        lead={t('people.add.lead')}
        back={{ href: peopleHome, text: t('people.title') }}
      />
      <ErrorSummary
        refusal={refusal}
        idOf={(pointer) => `moi.${pointer.split('/').at(-1)}`}
        labelOf={(pointer) => peopleFieldLabel(pointer, t)}
      />
      <form method="post" className="mc-panel mc-stack">
        <RequestId form="moi" />
        <PersonFields prefix="moi" typed={typed} refusal={refusal} />
        <TextField
          name="login"
          id="moi.login"
          label={t('people.login')}
          hint={t('people.login.hint')}
          value={typed.login}
          problem={problem('/login')}
        />
        <PostFields prefix="moi" typed={typed} refusal={refusal} pointer="/post" />
        <button type="submit" className="ds-button mc-fit" data-variant="primary">
          {t('people.add.do')}
        </button>
        <UnitList labels={labels} />
      </form>
    </div>
  );
}
