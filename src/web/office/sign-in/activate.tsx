import { redirect } from 'react-router';
import type { TextKey } from '../../../texts/catalogue.ts';
import { appContext } from '../../context.ts';
import { refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { SecretField } from '../security/proof-forms.tsx';
import type { Route } from './+types/activate.ts';

/** Where a code from paper or a link becomes a password. With a code in the address: whose it is. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  const { code } = params;
  if (code === undefined) return { code: '', owner: undefined, refusal: undefined };
  const found = await modules.identity.activation.check(caller, code);
  return found.ok
    ? { code, owner: found.value, refusal: undefined }
    : { code, owner: undefined, refusal: found.refusal };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { modules, caller } = context.get(appContext);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const set = await modules.identity.activation.activate(caller, {
    code: text('code'),
    password: text('password'),
    again: text('again'),
  });
  if (!set.ok) return refusedPage(set.refusal, { code: text('code') });
  return redirect('/can-bo/dang-nhap?moi=1');
}

const labels: Readonly<Record<string, TextKey>> = {
  '/code': 'people.code',
  '/password': 'security.password.next',
  '/again': 'activate.again',
};

export default function Activate({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const refusal = actionData?.refusal ?? loaderData.refusal;
  const problem = useProblems(refusal);
  const { owner } = loaderData;
  return (
    <div className="mc-sign-in mc-stack">
      <PageTitle
        title={t('activate.title')}
        lead={owner === undefined ? t('activate.lead') : t('activate.owner', { ...owner })}
      />
      <ErrorSummary
        refusal={refusal}
        labelOf={(pointer) => {
          const label = labels[pointer];
          return label && t(label);
        }}
      />
      <form method="post" className="mc-panel mc-stack">
        <TextField
          name="code"
          label={t('people.code')}
          hint={t('activate.code.hint')}
          value={actionData?.code ?? loaderData.code}
          problem={problem('/code')}
        />
        <SecretField
          name="password"
          type="password"
          label={t('security.password.next')}
          hint={t('activate.password.hint')}
          autoComplete="new-password"
          problem={problem('/password')}
        />
        <SecretField
          name="again"
          type="password"
          label={t('activate.again')}
          autoComplete="new-password"
          problem={problem('/again')}
        />
        <button type="submit" className="ds-button mc-sign-in__button" data-variant="primary">
          {t('activate.do')}
        </button>
      </form>
    </div>
  );
}

export function headers() {
  return { 'cache-control': 'no-store' };
}
