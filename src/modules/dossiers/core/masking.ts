import { type Answers, type FormDefinition, pointersOfKinds, pointersOfNames } from '../../forms/public.ts';
import { type MaskedField, maskedFields, maskText, type SensitiveAnswer } from '../../privacy/public.ts';
import type {
  AnswerNoteView,
  HiddenAnswer,
  PartyChangeView,
  PartyView,
  PostalItemView,
} from '../contract.ts';
import { leaveOut, replaceAt } from './replace-at.ts';

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

/** What stands beside the answers, without its words. */
export function withoutWords({ at }: AnswerNoteView): AnswerNoteView {
  return { at };
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

/** Answers without what is sensitive in them, and where it stood; a page says there of what kind it is. */
export function withoutSensitive(
  definition: FormDefinition,
  answers: Readonly<Record<string, unknown>>,
  hidden: readonly SensitiveAnswer[],
): { readonly answers: Record<string, unknown>; readonly hiddenAnswers: readonly HiddenAnswer[] } {
  const hiddenAnswers = hidden.flatMap(({ answer, kind }) =>
    pointersOfNames(definition, answers as Answers, [answer]).map((pointer) => ({ pointer, kind })),
  );
  return {
    answers: leaveOut(
      answers,
      hiddenAnswers.map(({ pointer }) => pointer),
    ),
    hiddenAnswers,
  };
}

/** Answers with these kinds of facts in part, wherever the form asks for them; of an address its detail. */
export function maskAnswers(
  definition: FormDefinition,
  answers: Readonly<Record<string, unknown>>,
  hidden: ReadonlySet<MaskedField>,
): Record<string, unknown> {
  return [...hidden].reduce<Record<string, unknown>>(
    (masked, field) => {
      // A day of birth is a question like any other in a form: which of them tells one is in the list of sensitive answers.
      if (field === 'birthDate') return masked;
      const pointers = pointersOfKinds(definition, answers as Answers, [field]);
      const at = field === 'address' ? pointers.map((pointer) => `${pointer}/detail`) : pointers;
      return replaceAt(masked, at, (text) => maskText(field, text));
    },
    { ...answers },
  );
}
