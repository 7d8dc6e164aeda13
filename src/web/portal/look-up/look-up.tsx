import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/look-up.ts';
import { LookUpForm } from './look-up-form.tsx';
import { LookedUp } from './looked-up.tsx';

export const handle: PageHandle = { english: true };

/** The code may come with the address (home page, QR of the receipt); the second fact never does. */
export function loader({ request }: Route.LoaderArgs) {
  return { code: new URL(request.url).searchParams.get('ma')?.trim() ?? '' };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { modules, caller } = context.get(appContext);
  const form = await request.formData();
  const code = String(form.get('code') ?? '').trim();
  const found = await modules.dossiers.queries.lookUp(caller, {
    code,
    secondFact: String(form.get('secondFact') ?? ''),
  });
  if (!found.ok) return refusedPage(found.refusal, { code, dossier: undefined });
  return { refusal: undefined, code, dossier: found.value };
}

export default function LookUp({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  if (actionData?.dossier !== undefined) return <LookedUp dossier={actionData.dossier} />;
  const refusal = actionData?.refusal;
  return (
    <div className="mc-narrow mc-stack">
      <PageTitle title={t('look-up.title')} lead={t('look-up.lead')} />
      <ErrorSummary refusal={refusal} />
      <LookUpForm code={actionData?.code ?? loaderData.code} refusal={refusal} />
      <p className="mc-subtle mc-small">{t('look-up.privacy')}</p>
    </div>
  );
}
