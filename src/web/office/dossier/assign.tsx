import { redirect } from 'react-router';
import { appContext, commandOf } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { given, textIn } from '../typed.ts';
import type { Route } from './+types/assign.ts';

export const handle: PageHandle = {};

/** There is nothing here but what a refused form shows. */
export function loader({ params }: Route.LoaderArgs) {
  throw redirect(`/can-bo/ho-so/${encodeURIComponent(params.dossierId)}`);
}

/** Gives a step of the dossier to a person, or back; done, the dossier's page shows who has it. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const { commands } = app.modules.dossiers;
  const taskId = textIn(form, 'taskId');
  const reason = given({ reason: textIn(form, 'reason') });
  const outcome =
    form.get('act') === 'release'
      ? await commands.releaseTask(commandOf(app, form), { taskId, ...reason })
      : await commands.assignTask(commandOf(app, form), {
          taskId,
          accountId: textIn(form, 'accountId'),
          ...reason,
        });
  if (!outcome.ok) return refusedPage(outcome.refusal);
  return redirect(`/can-bo/ho-so/${encodeURIComponent(params.dossierId)}#phan-cong`);
}

export default function Assign({ actionData, params }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <>
      <PageTitle
        title={t('office.assignment.title')}
        back={{ href: `/can-bo/ho-so/${params.dossierId}`, text: t('office.assignment.back') }}
      />
      <ErrorSummary
        refusal={actionData?.refusal}
        labelOf={(pointer) =>
          pointer === '/accountId'
            ? t('office.bulk.to')
            : pointer === '/reason'
              ? t('office.bulk.reason')
              : undefined
        }
      />
    </>
  );
}
