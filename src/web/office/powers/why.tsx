import type { Refusal } from '../../../kernel/refusal.ts';
import { can, permissions, sourcesOf } from '../../../modules/identity/contract.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { SelectField, TextField, useProblems } from '../../ui/fields.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/why.ts';
import { Explanation } from './explanation.tsx';
import { PermissionExplanation } from './permission-explanation.tsx';

const codeMissing: Refusal = {
  kind: 'invalid',
  type: 'input.invalid',
  fields: [{ pointer: '/ma', type: 'input.required' }],
};

/**
 * "Vì sao tôi (không) thấy được?": a dossier (`?ma=`), or a permission and with it the pages it opens (`?quyen=`), for oneself; with
 * `&nguoi=` for somebody else, which administrators may ask.
 */
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
  const permission = permissions.find((each) => each === searchParams.get('quyen'));
  const who =
    login === undefined || permission === undefined
      ? undefined
      : await modules.identity.powers.officerOf(caller, login);
  const nobody = who && !who.ok && who.refusal.fields ? who.refusal : undefined;
  const wrong = isMissing ? codeMissing : (refused ?? nobody);
  return {
    code,
    login,
    wrong,
    found: asked === undefined || wrong ? undefined : orErrorPage(asked),
    permission,
    sources:
      permission === undefined || nobody
        ? undefined
        : sourcesOf(who ? orErrorPage(who) : officer, permission).map((source) => ({
            ...source,
            ...('unitId' in source && { unit: modules.identity.units.latest(source.unitId)?.name ?? '' }),
          })),
    mayAskForOthers: can(officer, 'identity.manage'),
  };
}

export default function Why({ loaderData }: Route.ComponentProps) {
  const { code, login, wrong, found, permission, sources, mayAskForOthers } = loaderData;
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
        {mayAskForOthers ? <Login id="login" login={login} problem={problem('/login')} /> : null}
        <div>
          <button type="submit" className="ds-button" data-variant="primary">
            {t('why.ask')}
          </button>
        </div>
      </form>
      {found === undefined ? null : <Explanation found={found} isSelf={login === undefined} />}
      <form method="get" className="mc-card mc-card--form mc-form mc-stack mc-stack--snug">
        <SelectField
          name="quyen"
          label={t('why.permission')}
          hint={t('why.permission.hint')}
          options={permissions.map((value) => ({ value, label: t(`permission.${value}`) }))}
          value={permission}
          empty={t('powers.give.choose')}
          problem={undefined}
        />
        {mayAskForOthers ? <Login id="login-quyen" login={login} problem={undefined} /> : null}
        <div>
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('why.permission.ask')}
          </button>
        </div>
      </form>
      {permission === undefined || sources === undefined ? null : (
        <PermissionExplanation permission={permission} sources={sources} isSelf={login === undefined} />
      )}
    </div>
  );
}

interface LoginProps {
  readonly id: string;
  readonly login: string | undefined;
  readonly problem: string | undefined;
}

function Login({ id, login, problem }: LoginProps) {
  const { t } = useTexts();
  return (
    <TextField
      name="nguoi"
      id={id}
      label={t('why.login')}
      hint={t('why.login.hint')}
      value={login}
      problem={problem}
      isOptional
    />
  );
}
