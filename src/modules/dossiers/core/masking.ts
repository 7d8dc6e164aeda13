import { type Answers, type FormDefinition, pointersOfKinds } from '../../forms/public.ts';
import { type MaskedField, maskedFields, maskText } from '../../privacy/public.ts';
import type { AnswerNoteView, PartyChangeView, PartyView, PostalItemView } from '../contract.ts';
import { replaceAt } from './replace-at.ts';

/** A person of a dossier with these facts in part. */
export function maskParty(party: PartyView, hidden: ReadonlySet<MaskedField>): PartyView {
  return { ...party, ...masked(party, hidden) };
}

/** What a fact was before it was put right, in part where the fact is. */
export function maskChange(change: PartyChangeView, hidden: ReadonlySet<MaskedField>): PartyChangeView {
  const { field, before } = change;
  const masked = [...hidden].find((each) => each === field);
  return masked && before !== undefined ? { ...change, before: maskText(masked, before) } : change;
}

/** What stands beside the answers is free text: shown whole or, where anything is hidden, not at all. */
export function maskNote({ at, text }: AnswerNoteView, hidden: ReadonlySet<MaskedField>): AnswerNoteView {
  return hidden.size > 0 || text === undefined ? { at } : { at, text };
}

/** Where the post brings a result, with these facts in part. */
export function maskPost(item: PostalItemView, hidden: ReadonlySet<MaskedField>): PostalItemView {
  return { ...item, ...masked(item, hidden) };
}

function masked(
  known: Readonly<Partial<Record<MaskedField, string>>>,
  hidden: ReadonlySet<MaskedField>,
): Readonly<Record<string, string>> {
  const parts = maskedFields.flatMap((field) => {
    const text = known[field];
    return hidden.has(field) && text !== undefined ? [[field, maskText(field, text)]] : [];
  });
  return Object.fromEntries(parts);
}

/** Answers with these kinds of facts in part, wherever the form asks for them; of an address its detail. */
export function maskAnswers(
  definition: FormDefinition,
  answers: Readonly<Record<string, unknown>>,
  hidden: ReadonlySet<MaskedField>,
): Record<string, unknown> {
  return [...hidden].reduce<Record<string, unknown>>(
    (masked, field) => {
      const pointers = pointersOfKinds(definition, answers as Answers, [field]);
      const at = field === 'address' ? pointers.map((pointer) => `${pointer}/detail`) : pointers;
      return replaceAt(masked, at, (text) => maskText(field, text));
    },
    { ...answers },
  );
}
