import { data, redirect } from 'react-router';
import { commandOf, type RequestApp } from '../../context.ts';
import { refusedPage } from '../../refusals.ts';
import { proofAddress } from '../require-officer.ts';
import { givenAnswers } from './given-answers.ts';

/**
 * Shows the dossier whole in the answer to a sent form and nowhere else: no link, no prefetch and no reload does it, and the
 * same form sent again shows it masked.
 */
export async function seeWhole(app: RequestApp, request: Request, form: FormData, dossierId: string) {
  const { requestId } = commandOf(app, form);
  const reason = String(form.get('unmaskFor') ?? '');
  const { getOfficeDossier } = app.modules.dossiers.queries;
  const seen = await getOfficeDossier(app.caller, dossierId, reason, requestId);
  if (!seen.ok && seen.refusal.type === 'identity.step-up-needed') throw redirect(proofAddress(request));
  if (!seen.ok) return refusedPage(seen.refusal, { intent: undefined, typed: {} });
  const view = seen.value;
  if (view.fileKey === undefined) throw redirect(new URL(request.url).pathname);
  const whole = { view, given: view.erasedAt === undefined ? await givenAnswers(app, view) : [] };
  return data({ refusal: undefined, intent: undefined, typed: {}, whole });
}
