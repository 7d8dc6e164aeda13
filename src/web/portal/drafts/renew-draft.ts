import { redirect } from 'react-router';
import { commandOf, type RequestApp } from '../../context.ts';
import { refusedPage } from '../../refusals.ts';

/** Moves a draft to the form and the procedure in force today and begins it from its first page, answers kept. */
export async function renewDraft(app: RequestApp, form: FormData, draftId: string) {
  const chosen = form.get('competentUnitId');
  const renewed = await app.modules.dossiers.commands.renewDraft(commandOf(app, form), {
    draftId,
    ...(chosen && { competentUnitId: chosen }),
  });
  if (!renewed.ok) return refusedPage(renewed.refusal, { typed: undefined });
  return redirect(`/ban-khai/${draftId}?da-cap-nhat=1`);
}
