import type { CitizenActor, OfficerActor } from '../../../../kernel/actor.ts';
import type { CommandContext } from '../../../../kernel/context.ts';
import type { Id, NewId } from '../../../../kernel/id.ts';
import { plainDateOf } from '../../../../kernel/plain-date.ts';
import { ok, type Result, refuse } from '../../../../kernel/result.ts';
import type { Database, Tx } from '../../../../platform/database.ts';
import { type ActionName, recordAction } from '../../../../platform/journal.ts';
import { type JournalFacts, journalKey } from '../../../../platform/journal-facts.ts';
import { parseInput } from '../../../../platform/parse-input.ts';
import { runCommand } from '../../../../platform/run-command.ts';
import type { Seal } from '../../../../platform/sealed-text.ts';
import { inTransaction } from '../../../../platform/transaction.ts';
import { refuseStale } from '../../core/assurance.ts';
import { giveConsentInput, isLawfulEnd, redeemConsentInput, revokeConsentInput } from '../../core/consent.ts';
import { ownAccounts } from '../../core/own-accounts.ts';
import { can } from '../../core/permissions.ts';
import { addConsent, lockByCode, lockConsent, openCodes, redeem, revoke } from '../../store/consent-store.ts';
import { newPaperCode } from '../../store/paper-code.ts';
import { addPerson, findPersonByNumber, identityIndexes, lockIndexes } from '../../store/person-store.ts';

export interface ConsentDeps {
  readonly db: Database;
  readonly newId: NewId;
  readonly seal: Seal;
}

/** Time to hand the code over. */
const codeDays = 7;

/** Codes a citizen may have out at once: nobody has so many helpers, and each is a key to their name. */
const mostCodes = 10;

export interface GivenConsent {
  readonly consentId: string;
  /** Shown once. */
  readonly code: string;
}

/**
 * `giveConsentInput`. Makes a code that a helper redeems. Not kept with its outcome as other commands are: the code would stand
 * in the request log; asked twice it gives two.
 */
export async function giveConsent(
  deps: ConsentDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<GivenConsent>> {
  const { actor } = ctx;
  const isOfficer = actor.kind === 'officer' && can(actor, 'dossiers.accept');
  if (actor.kind !== 'citizen' && !isOfficer) return refuse('forbidden', 'identity.not-allowed');
  const stale = isOfficer ? refuseStale(ctx) : undefined;
  if (stale) return stale;
  if (actor.kind === 'citizen' && actor.organisationId)
    return refuse('conflict', 'identity.consent-organisation');
  const parsed = parseInput(giveConsentInput, input);
  if (!parsed.ok) return parsed;
  const { scope, untilOn, principal } = parsed.value;
  if (!isLawfulEnd(untilOn, plainDateOf(ctx.now))) return wrong('/untilOn', 'identity.consent-too-long');
  return inTransaction(deps.db, async (tx) => {
    if (
      actor.kind === 'citizen' &&
      (await openCodes(tx, ctx.jurisdiction, actor.accountId, ctx.now)) >= mostCodes
    )
      return refuse('conflict', 'identity.consent-codes-open', { params: { most: mostCodes } });
    if (actor.kind !== 'citizen' && !principal) return wrong('/principal/name', 'input.required');
    const person =
      actor.kind === 'citizen'
        ? ok(actor.personId)
        : await personAtCounter(deps, tx, ctx, principal ?? { name: '', identityNumber: '' });
    if (!person.ok) return person;
    const consent = {
      id: deps.newId<'consent'>(),
      principal_person_id: person.value,
      scope,
      until_on: untilOn,
      given_how: actor.kind === 'citizen' ? ('ownSignIn' as const) : ('atCounter' as const),
      given_by: actor.accountId,
      given_unit_id: counterOf(actor),
      code: newPaperCode(2),
      codeUntil: new Date(ctx.now.getTime() + codeDays * 86_400_000),
    };
    await addConsent(tx, ctx.jurisdiction, consent, ctx.now);
    await record(deps, tx, ctx, 'identity.give-consent', consent.id, {
      how: journalKey(consent.given_how),
      scope: journalKey(scope),
    });
    return ok({ consentId: consent.id, code: consent.code });
  });
}

/**
 * `redeemConsentInput`. The helper brings the code; refuses `identity.consent-code-unknown` for any that does not open, and
 * `identity.consent-own` to whoever made it: at a counter the citizen carries it from one officer to another.
 */
export function redeemConsent(
  deps: ConsentDeps,
  ctx: CommandContext,
  input: unknown,
): Promise<Result<{ readonly consentId: string }>> {
  return runCommand(deps, ctx, 'identity.redeem-consent', redeemConsentInput, input, async (tx, wanted) => {
    const { actor } = ctx;
    const may = actor.kind === 'citizen' || (actor.kind === 'officer' && can(actor, 'dossiers.submit'));
    if (!may || !('accountId' in actor)) return refuse('forbidden', 'identity.not-allowed');
    const consent = await lockByCode(tx, ctx.jurisdiction, wanted.code, ctx.now);
    if (!consent) return wrong('/code', 'identity.consent-code-unknown');
    const isOwn = consent.principal_person_id === actor.personId || consent.given_by === actor.accountId;
    if (isOwn) return wrong('/code', 'identity.consent-own');
    await redeem(tx, ctx.jurisdiction, consent.id, actor.accountId, ctx.now);
    await record(deps, tx, ctx, 'identity.redeem-consent', consent.id, {});
    return ok({ consentId: consent.id });
  });
}

/** `revokeConsentInput`. By the citizen, the helper who gives it back, or an officer of the counter it was given at. */
export function revokeConsent(deps: ConsentDeps, ctx: CommandContext, input: unknown): Promise<Result<null>> {
  return runCommand(deps, ctx, 'identity.revoke-consent', revokeConsentInput, input, async (tx, wanted) => {
    const { actor } = ctx;
    const consent = await lockConsent(tx, ctx.jurisdiction, wanted.consentId);
    if (!consent || !('accountId' in actor)) return refuse('not-found', 'identity.consent-unknown');
    const accounts = actor.kind === 'citizen' ? ownAccounts(actor) : [actor.accountId];
    const isTheirs =
      consent.principal_person_id === actor.personId ||
      accounts.some((own) => own === consent.given_by || own === consent.helper_account_id) ||
      (consent.given_unit_id !== null && can(actor, 'dossiers.accept', [consent.given_unit_id]));
    if (!isTheirs) return refuse('not-found', 'identity.consent-unknown');
    if (consent.revoked_at !== null) return ok(null);
    await revoke(tx, ctx.jurisdiction, consent.id, actor.accountId, ctx.now);
    await record(deps, tx, ctx, 'identity.revoke-consent', consent.id, {});
    return ok(null);
  });
}

/** At which counter an officer writes a consent down; null for a citizen's own. */
function counterOf(actor: CitizenActor | OfficerActor): Id<'unit'> | null {
  if (actor.kind !== 'officer') return null;
  return actor.posts.find((post) => can({ ...actor, posts: [post] }, 'dossiers.accept'))?.unitId ?? null;
}

/** The person whose identity card the officer has seen; made here when they have never signed in. */
async function personAtCounter(
  deps: ConsentDeps,
  tx: Tx,
  ctx: CommandContext,
  principal: { readonly name: string; readonly identityNumber: string; readonly phone?: string | undefined },
): Promise<Result<Id<'person'>>> {
  await lockIndexes(tx, ctx.jurisdiction, identityIndexes(deps.seal, principal.identityNumber));
  const known = await findPersonByNumber(tx, ctx.jurisdiction, deps.seal, principal.identityNumber);
  const name = principal.name.normalize('NFC');
  if (known)
    return known.name.toLowerCase() === name.toLowerCase()
      ? ok(known.id)
      : wrong('/principal/name', 'identity.consent-name-differs');
  const personId = deps.newId<'person'>();
  await addPerson(tx, ctx.jurisdiction, deps.seal, personId, { ...principal, name }, ctx.now);
  return ok(personId);
}

function wrong(pointer: string, type: string) {
  return refuse('invalid', 'input.invalid', { fields: [{ pointer, type }] });
}

function record(
  deps: ConsentDeps,
  tx: Tx,
  ctx: CommandContext,
  command: ActionName,
  subjectId: string,
  facts: JournalFacts,
): Promise<void> {
  return recordAction(tx, ctx, deps.newId, { command, subjectId, facts });
}
