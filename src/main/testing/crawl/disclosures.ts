/** An answer that told somebody else something of the dossiers' owner. */
export interface Disclosure {
  /** Name of who asked. */
  readonly visitor: string;
  readonly url: string;
  /** Pattern of the page, `/can-bo/ho-so/:dossierId`. */
  readonly pattern: string;
  /** Address of this question alone, as the journal keeps it. */
  readonly from: string;
}

/** An address for the question with this number: the journal then tells which of its rows belongs to which question. */
export function addressOfQuestion(number: number): string {
  return `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
}

/** Which of `texts` an answer holds that its question did not: what somebody typed is told to nobody by being shown again. */
export function toldBy(
  answer: string,
  { url, body }: { readonly url: string; readonly body?: string | Buffer },
  texts: readonly string[],
): readonly string[] {
  const question = `${decoded(url)} ${decoded(String(body ?? ''))}`;
  return texts.filter((text) => answer.includes(text) && !question.includes(text));
}

/** The dossier that an address names, of a page whose pattern has one. */
export function dossierIn({ url, pattern }: Pick<Disclosure, 'url' | 'pattern'>): string | undefined {
  const at = pattern.split('/').indexOf(':dossierId');
  return at < 0 ? undefined : url.split('?', 1)[0]?.split('/')[at];
}

/** What a query or form says, as far as it says anything. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
