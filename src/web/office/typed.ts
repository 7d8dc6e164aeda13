/** What was typed into a form, by field name: shown again when the form is refused. */
export type Typed = Readonly<Record<string, string>>;

/** The text fields of a form as sent; of several with one name the last. */
export function typedOf(form: FormData): Typed {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The same without the amount, which is to be worked out anew. */
export function withoutAmount({ 'fee.amount': _, ...typed }: Typed): Typed {
  return typed;
}

/** The text of a field without spaces around; undefined when empty or absent. */
export function textIn(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** A whole number as people type it (`12.000`, `12 000 đ`); what is no number stays text, for the refusal to name it. */
export function numberIn(form: FormData, name: string): number | string | undefined {
  const text = textIn(form, name);
  if (text === undefined) return undefined;
  const digits = text.replaceAll(/[\s.]|đ$/g, '');
  return /^\d+$/.test(digits) ? Number(digits) : text;
}

/** Leaves out what is undefined, so that an absent field is absent. */
export function given<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
