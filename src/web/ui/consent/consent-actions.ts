import { redirect } from 'react-router';
import type { Result } from '../../../kernel/result.ts';
import { commandOf, type RequestApp } from '../../context.ts';
import { refusedPage } from '../../refusals.ts';

/** What the page of helpers shows of consents, dossiers and drafts. */
export async function loadConsents(app: RequestApp, request: Request) {
  const { identity, dossiers } = app.modules;
  return {
    consents: await identity.citizens.listConsents(app.caller),
    dossiers: await dossiers.queries.listHelped(app.caller),
    drafts: await dossiers.queries.listHelpedDrafts(app.caller),
    done: new URL(request.url).searchParams.has('da-nop'),
  };
}

/** Gives, redeems or revokes a consent, or begins a dossier under one. `home` is the page that asked. */
export async function consentAction(app: RequestApp, form: FormData, home: string) {
  const { citizens } = app.modules.identity;
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const intent = text('intent');
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  if (intent === 'begin')
    return redirect(`/nop/${encodeURIComponent(text('procedure'))}?cho=${text('consentId')}`);
  if (intent === 'give') {
    const given = await citizens.giveConsent(commandOf(app, form), {
      scope: text('scope'),
      untilOn: text('untilOn'),
      ...(form.has('principal.name') && { principal: principalIn(text) }),
    });
    return given.ok
      ? { code: given.value.code, refusal: undefined, typed: {} }
      : refusedPage(given.refusal, { typed, code: undefined });
  }
  const outcome: Result<unknown> =
    intent === 'redeem'
      ? await citizens.redeemConsent(commandOf(app, form), { code: text('code') })
      : await citizens.revokeConsent(commandOf(app, form), { consentId: text('consentId') });
  return outcome.ok ? redirect(home) : refusedPage(outcome.refusal, { typed, code: undefined });
}

function principalIn(text: (name: string) => string) {
  const phone = text('principal.phone').replaceAll(/[\s.]/g, '');
  return {
    name: text('principal.name'),
    identityNumber: text('principal.identityNumber').replaceAll(/[\s.]/g, ''),
    ...(phone !== '' && { phone }),
  };
}
