import type { Refusal } from '../../../kernel/refusal.ts';
import { can } from '../../../modules/identity/contract.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/why.ts';
import { Explanation } from './explanation.tsx';

const codeMissing: Refusal = {
  kind: 'invalid',
  type: 'input.invalid',
  fields: [{ pointer: '/ma', type: 'input.required' }],
};

/** "Vì sao tôi (không) thấy được?": `?ma=` for oneself, with `&nguoi=` for somebody else, which administrators may ask. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  const officer = requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const code = searchParams.get('ma')?.trim() ?? '';
  const isMissing = searchParams.has('ma') && code === '';
  const login = searchParams.get('nguoi')?.trim() || undefined;
  const asked =
    code === '' ? undefined : await modules.dossiers.queries.explainAccess(caller, { code, login });
  const refused = asked && !asked.ok && asked.refusal.fields ? asked.refusal : undefined;
  const wrong = isMissing ? codeMissing : refused;
  return {
    code,
    login,
    wrong,
    found: asked === undefined || wrong ? undefined : orErrorPage(asked),
    mayAskForOthers: can(officer, 'identity.manage'),
  };
}

export default function Why({ loaderData }: Route.ComponentProps) {
  const { code, login, wrong, found, mayAskForOthers } = loaderData;
  const { t } = useTexts();
  const problem = useProblems(wrong);
  return (
    <div className="mc-stack">
      <PageTitle
        title={t('why.title')}
        lead={t('why.lead')}
        back={{ href: '/can-bo/quyen', text: t('powers.title') }}
      />
      <ErrorSummary refusal={wrong} labelOf={(pointer) => (pointer === '/ma' ? t('why.code') : undefined)} />
      <form method="get" className="mc-card mc-card--form mc-form mc-stack mc-stack--snug">
        <TextField name="ma" label={t('why.code')} value={code} problem={problem('/ma')} />
        {mayAskForOthers ? (
          <TextField
            name="nguoi"
            id="login"
            label={t('why.login')}
            hint={t('why.login.hint')}
            value={login}
            problem={problem('/login')}
            isOptional
          />
        ) : null}
        <div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('why.ask')}
          </button>
        </div>
      </form>
      {found === undefined ? null : <Explanation found={found} isSelf={login === undefined} />}
    </div>
  );
}
