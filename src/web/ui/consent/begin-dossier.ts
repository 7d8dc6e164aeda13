import { redirect } from 'react-router';
import type { RefusalParams } from '../../../kernel/refusal.ts';
import { refuseField } from '../../../kernel/result.ts';
import type { RequestApp } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { beginAddress } from './begin-address.ts';
import type { Typed } from './consent-errors.tsx';

/** A code goes on to its procedure; a name to a choice of those near to it. Neither is an error page. */
export async function beginDossier(app: RequestApp, typed: Typed) {
  const { catalogue } = app.modules;
  const wanted = (typed.procedure ?? '').trim();
  const wrong = (type: string, params: RefusalParams = {}) =>
    refusedPage(refuseField('/procedure', type, { params }).refusal, {
      typed,
      code: undefined,
      found: undefined,
    });
  if (wanted === '') return wrong('input.required');
  const byCode = await catalogue.getProcedurePage(app.caller, { code: wanted });
  if (byCode.ok) return redirect(beginAddress(wanted, typed.consentId ?? ''));
  const { items } = orErrorPage(await catalogue.findProcedures(app.caller, { q: wanted, limit: 5 }));
  if (items.length === 0) return wrong('consent.no-procedure', { wanted });
  const found = items.map(({ code, name, shortName }) => ({ code, name: shortName ?? name }));
  return { found, typed, refusal: undefined, code: undefined };
}
