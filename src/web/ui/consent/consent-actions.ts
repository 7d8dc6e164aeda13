import { redirect } from 'react-router';
import type { Result } from '../../../kernel/result.ts';
import type { TextKey } from '../../../texts/catalogue.ts';
import { commandOf, type RequestApp } from '../../context.ts';
import { refusedPage } from '../../refusals.ts';
import { beginDossier } from './begin-dossier.ts';

/** What the address says was just done, and its words. */
const doneTexts = {
  'da-nop': 'consent.done',
  'da-nhan': 'consent.redeemed',
  'da-thu-hoi': 'consent.taken-back',
} as const satisfies Readonly<Record<string, TextKey>>;

/** What the page of helpers shows of consents, dossiers and drafts. */
export async function loadConsents(app: RequestApp, request: Request) {
  const { identity, dossiers } = app.modules;
  const { searchParams } = new URL(request.url);
  return {
    consents: await identity.citizens.listConsents(app.caller),
    dossiers: await dossiers.queries.listHelped(app.caller),
    drafts: await dossiers.queries.listHelpedDrafts(app.caller),
    done: Object.entries(doneTexts).find(([mark]) => searchParams.has(mark))?.[1],
  };
}

/** Gives, redeems or revokes a consent, or begins a dossier under one. `home` is the page that asked. */
export async function consentAction(app: RequestApp, form: FormData, home: string) {
  const { citizens } = app.modules.identity;
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const intent = text('intent');
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  if (intent === 'begin') return beginDossier(app, typed);
  if (intent === 'give') {
    const given = await citizens.giveConsent(commandOf(app, form), {
      scope: text('scope'),
      ...(text('untilOn') !== '' && { untilOn: text('untilOn') }),
      ...(form.has('principal.name') && { principal: principalIn(text) }),
    });
    return given.ok
      ? { code: given.value.code, refusal: undefined, typed: {}, found: undefined }
      : refusedPage(given.refusal, { typed, code: undefined, found: undefined });
  }
  const outcome: Result<unknown> =
    intent === 'redeem'
      ? await citizens.redeemConsent(commandOf(app, form), { code: text('code') })
      : await citizens.revokeConsent(commandOf(app, form), { consentId: text('consentId') });
  return outcome.ok
    ? redirect(`${home}?${intent === 'redeem' ? 'da-nhan' : 'da-thu-hoi'}`)
    : refusedPage(outcome.refusal, { typed, code: undefined, found: undefined });
}

function principalIn(text: (name: string) => string) {
  const phone = text('principal.phone').replaceAll(/[\s.]/g, '');
  const name = text('principal.name');
  const identityNumber = text('principal.identityNumber').replaceAll(/[\s.]/g, '');
  return {
    ...(name !== '' && { name }),
    ...(identityNumber !== '' && { identityNumber }),
    ...(phone !== '' && { phone }),
  };
}
