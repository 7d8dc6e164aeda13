import type { Id } from '../../../kernel/id.ts';

/** An open account of one TechID with the record it belongs to. */
export interface SubjectAccount {
  readonly accountId: Id<'account'>;
  readonly personId: Id<'person'>;
  /** For whom it acts; null where it is the person's own. */
  readonly organisationId: Id<'organisation'> | null;
  readonly name: string;
  /** Blind index of the record's identity number. */
  readonly identityIndex: string | null;
}

/** Who the provider says is signing in, and for whom. */
export interface SigningIn {
  readonly name: string;
  /** Blind indexes of the number, one for each key; empty where the provider names none. */
  readonly identityIndexes: readonly string[];
  readonly organisationId: Id<'organisation'> | null;
}

/**
 * What a known TechID signs in with: the account that acts for whom the provider names today, or only whose person it is.
 * An organisation's account passes from one representative to the next: there the person is compared, not the TechID alone.
 */
export function whoseAccount(
  known: readonly SubjectAccount[],
  now: SigningIn,
): { readonly account?: SubjectAccount; readonly personId?: Id<'person'> } {
  const own = known.filter(
    (each) => (each.organisationId === null && now.organisationId === null) || isSamePerson(each, now),
  );
  const account = own.find(({ organisationId }) => organisationId === now.organisationId);
  const personId = (account ?? own[0])?.personId;
  return { ...(account && { account }), ...(personId && { personId }) };
}

function isSamePerson(known: SubjectAccount, now: SigningIn): boolean {
  if (known.identityIndex !== null && now.identityIndexes.length > 0)
    return now.identityIndexes.includes(known.identityIndex);
  return known.name.normalize('NFC').toLowerCase() === now.name.normalize('NFC').toLowerCase();
}
