import { formatDateTime, formatMoney } from '../../../texts/format.ts';
import { translate } from '../../../texts/translate.ts';
import type { DataItem } from '../../privacy/public.ts';
import type {
  AnswerNoteView,
  PartView,
  PartyChangeView,
  PartyView,
  PostalItemView,
  RepresentationView,
  WalkInParty,
} from '../contract.ts';

type Facts = DataItem['facts'];

/** Somebody in a dossier or a draft, as far as is known. */
type KnownPerson = Pick<PartyView, 'role'> & Partial<WalkInParty>;

/** One person of a dossier, each fact under their role in it. */
export function partyFacts(party: KnownPerson): Facts {
  const role = translate('vi', `office.party.${party.role}`);
  const facts = [
    ['privacy.fact.name', party.name],
    ['privacy.fact.identity-number', party.identityNumber],
    ['privacy.fact.birth-date', party.birthDate],
    ['privacy.fact.phone', party.phone],
    ['privacy.fact.email', party.email],
    ['privacy.fact.address', party.address],
    ['privacy.fact.tax-code', party.taxCode],
  ] as const;
  return facts.flatMap(([label, value]) =>
    value === undefined ? [] : [{ label: `${role}: ${translate('vi', label)}`, value }],
  );
}

/** To whom the post brings something, and under which number anything travels. */
export function postFacts(items: readonly PostalItemView[]): Facts {
  return items.map(({ direction, recipient, phone, address, trackingNumber }) => {
    const to =
      recipient === undefined
        ? undefined
        : translate('vi', 'post.out.to', { recipient, phone: phone ?? '', address: address ?? '' });
    const value = [to, trackingNumber].filter((each) => each !== undefined).join('; ');
    return {
      label: translate('vi', direction === 'out' ? 'post.out' : 'post.in'),
      value: value === '' ? translate('vi', `post.${direction}.awaited`) : value,
    };
  });
}

/** By what right the submitter acts. */
export function representationFacts(representation: RepresentationView | undefined): Facts {
  if (!representation) return [];
  const { document, number, issuedOn, issuedBy } = representation;
  const value = [document, number, issuedOn, issuedBy].filter((each) => each !== undefined).join(', ');
  return value === '' ? [] : [{ label: translate('vi', 'represent.document'), value }];
}

/** How far each of the other procedures is, in its agency's words. */
export function partsFacts(parts: readonly PartView[]): Facts {
  return parts.map(({ name, state, foreignCode, resultNumber, resultOn, reason }) => ({
    label: name,
    value: [translate('vi', `parts.state.${state}`), foreignCode, resultNumber, resultOn, reason]
      .filter((each) => each !== undefined)
      .join('; '),
  }));
}

/** What was put right, and what it was. */
export function changeFacts(changes: readonly PartyChangeView[]): Facts {
  return changes.map(({ role, field, before, at }) => ({
    label: translate('vi', 'privacy.fact.corrected'),
    value: translate('vi', 'office.given.corrected', {
      role: translate('vi', `office.party.${role}`),
      field: translate('vi', `privacy.field.${field}`),
      before: before ?? '–',
      at: formatDateTime(new Date(at)),
    }),
  }));
}

/** What was put beside its answers. */
export function noteFacts(notes: readonly AnswerNoteView[]): Facts {
  return notes.map(({ at, text }) => ({
    label: translate('vi', 'privacy.fact.answer-note', { at: formatDateTime(new Date(at)) }),
    value: text ?? '–',
  }));
}

/** Money that was taken for it. */
export function receiptFacts(
  receipts: readonly {
    readonly receiptNumber: string;
    readonly amount: number;
    readonly collectedAt: Date;
  }[],
): Facts {
  return receipts.map(({ receiptNumber, amount, collectedAt }) => ({
    label: translate('vi', 'privacy.fact.paid'),
    value: `${formatMoney(amount)}, ${receiptNumber}, ${formatDateTime(collectedAt)}`,
  }));
}
