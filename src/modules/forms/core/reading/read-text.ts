import type { PlainField, TextField } from '../definition.ts';
import { cleanLines, cleanText } from './clean-text.ts';
import { empty, kept, type Reading, unusable, when } from './reading.ts';

/** Reads `text` and `longText`. */
export function readText(field: TextField, raw: unknown): Reading {
  const max = field.maxLength ?? (field.kind === 'longText' ? 2000 : 200);
  return readCleaned(raw, field.kind === 'longText' ? cleanLines : cleanText, (text) =>
    kept(text, when(text.length > max, 'forms.too-long', { max })),
  );
}

/** Reads the kinds with a form of their own: names, numbers of identity and telephone, e-mail. */
export function readPlain(kind: PlainField['kind'], raw: unknown): Reading {
  return readCleaned(raw, cleanText, plainReaders[kind]);
}

/** Reads a yes-no answer; the texts are what a posted form carries. */
export function readYesNo(raw: unknown): Reading {
  if (raw === true || raw === 'true') return kept(true);
  if (raw === false || raw === 'false') return kept(false);
  return raw === '' ? empty : unusable;
}

const name = /^[\p{L}\p{M}'’ .-]+$/u;
const email = /^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}$/;

const plainReaders = {
  personName: (text: string) =>
    kept(
      text,
      when(text.length > 100, 'forms.too-long', { max: 100 }) ??
        when(!name.test(text), 'forms.name-characters'),
    ),
  identityNumber: (text: string) => {
    const digits = cleanText(text.replace(/[ .]/g, ''), 40);
    return kept(digits, when(!/^\d{12}$/.test(digits), 'forms.identity-number'));
  },
  phone: (text: string) => {
    const digits = cleanText(text.replace(/[ .()-]/g, '').replace(/^\+84/, '0'), 40);
    return kept(digits, when(!/^0\d{9,10}$/.test(digits), 'forms.phone'));
  },
  email: (text: string) => kept(text, when(text.length > 254 || !email.test(text), 'forms.email')),
};

function readCleaned(
  raw: unknown,
  clean: (text: string) => string,
  read: (text: string) => Reading,
): Reading {
  if (typeof raw !== 'string') return unusable;
  const text = clean(raw);
  return text === '' ? empty : read(text);
}
