import { redirect } from 'react-router';
import { appContext, commandOf } from '../../context.ts';
import { type RefusedPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { given, textIn } from '../typed.ts';
import type { Route } from './+types/begin-draft.ts';
import { catalogueHome, draftAddress } from './addresses.ts';
import { NewDraft } from './new-draft.tsx';

/** Nothing to see without a form sent. */
export function loader(): never {
  throw redirect(catalogueHome);
}

/** Begins a draft, blank, as a clone or on top of a version, and goes to it; an open one is offered instead. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const input = given({
    from: textIn(form, 'from'),
    code: textIn(form, 'code'),
    name: textIn(form, 'name'),
    versionId: textIn(form, 'versionId'),
  });
  const begun = await app.modules.catalogue.commands.createDraft(commandOf(app, form), input);
  if (begun.ok) throw redirect(draftAddress(begun.value.draftId));
  const open = begun.refusal.params?.draftId;
  return refusedPage(begun.refusal, { open: typeof open === 'string' ? open : undefined });
}

export default function BeginDraft({ actionData }: Route.ComponentProps) {
  const { t } = useTexts();
  const refused: (RefusedPage & { open?: string | undefined }) | undefined = actionData;
  const back = { href: catalogueHome, text: t('catalogue.office.title') };
  return (
    <div className="mc-stack">
      <PageTitle title={t('catalogue.office.new')} back={back} />
      <ErrorSummary refusal={refused?.refusal} />
      {refused?.open === undefined ? (
        <NewDraft />
      ) : (
        <p>
          <a className="ds-button" data-variant="primary" href={draftAddress(refused.open)}>
            {t('catalogue.office.open-draft')}
          </a>
        </p>
      )}
    </div>
  );
}
