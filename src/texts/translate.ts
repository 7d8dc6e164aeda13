import { I18n } from '@lingui/core';
import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage';
import type { Refusal } from '../kernel/refusal.ts';
import { enAreas, type TextKey, vi } from './catalogue.ts';
import type { Locale } from './locale.ts';

export type TextParams = Readonly<Record<string, string | number | Date>>;

/** The sentence of a key in a language; English falls back to Vietnamese where it has no text. */
export type Translate = (key: TextKey, params?: TextParams) => string;

const vietnamese: Readonly<Record<string, string>> = vi;
const english: Readonly<Record<string, string>> = Object.assign({}, vietnamese, ...Object.values(enAreas));

const catalogues: Record<Locale, I18n> = {
  vi: catalogue('vi', vietnamese),
  en: catalogue('en', english),
};

function catalogue(locale: Locale, messages: Readonly<Record<string, string>>): I18n {
  const texts = new I18n({ locale, messages: { [locale]: { ...messages } } });
  return texts.setMessagesCompiler(compileOnce);
}

const compiled = new Map<string, CompiledMessage>();

function compileOnce(message: string): CompiledMessage {
  const known = compiled.get(message) ?? compileMessage(message);
  compiled.set(message, known);
  return known;
}

/** Fills the ICU message of `key`. */
export function translate(locale: Locale, key: TextKey, params: TextParams = {}): string {
  return catalogues[locale]._(key, params);
}

/** True when the catalogue has a sentence for a key known only at run time (a refusal type, a code). */
export function hasText(key: string): key is TextKey {
  return key in vietnamese;
}

/** The sentence of a refusal or of one of its fields; a type without a sentence is shown as a general one naming it. */
export function translateRefusal(locale: Locale, refusal: Pick<Refusal, 'type' | 'params'>): string {
  if (hasText(refusal.type)) return translate(locale, refusal.type, refusal.params);
  return translate(locale, 'refusal.without-text', { type: refusal.type });
}
