import type { Seal, SealedText } from '../../../platform/sealed-text.ts';
import { type Answers, type FormDefinition, sensitivePointers } from '../../forms/public.ts';
import { replaceAt } from '../core/replace-at.ts';
import { identitySeal } from './deps.ts';

/** Answers with every identity number in them sealed, as they are stored. */
export function sealAnswers(
  seal: Seal,
  definition: FormDefinition,
  answers: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return replaceAt(answers, pointersIn(definition, answers), (text) => seal.seal(text, identitySeal));
}

/** The same opened again, for their owner and for officers who work on the dossier. */
export function openAnswers(
  seal: Seal,
  definition: FormDefinition,
  answers: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return replaceAt(answers, pointersIn(definition, answers), (text) =>
    seal.open(text as SealedText, identitySeal),
  );
}

/** Half-filled answers have the shape of answers wherever a pointer can lead. */
function pointersIn(
  definition: FormDefinition,
  answers: Readonly<Record<string, unknown>>,
): readonly string[] {
  return sensitivePointers(definition, answers as Answers);
}
