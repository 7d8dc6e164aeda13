/** How a post signs, read from the lines above its name (NĐ 30/2020, Phụ lục I, mục II, khoản 7). */
export type SigningForm = 'own' | 'collective' | 'acting' | 'deputy' | 'byOrder' | 'byAuthority';

const forms = {
  'TM.': 'collective',
  'Q.': 'acting',
  'KT.': 'deputy',
  'TL.': 'byOrder',
  'TUQ.': 'byAuthority',
} as const satisfies Readonly<Record<string, SigningForm>>;

/** The form of these lines: `KT. CHỦ TỊCH` signs for the head, `Q. CHỦ TỊCH` acts as head, no mark signs in its own right. */
export function signingForm(lines: readonly string[]): SigningForm {
  const mark = lines[0]?.split(' ', 1)[0];
  for (const [prefix, form] of Object.entries(forms)) if (prefix === mark) return form;
  return 'own';
}

/** A post as far as its signature goes. */
export interface SigningPost {
  readonly title: string;
  readonly signatureLines: readonly string[];
}

/** `TUQ. CHỦ TỊCH` over the delegate's own title. Who acts as head ("Q.") is named as the head: the office authorises. */
export function linesByAuthority(principal: SigningPost, delegateTitle: string): readonly string[] {
  const ofHead = principal.signatureLines.at(-1) ?? upper(principal.title);
  return [`TUQ. ${ofHead.replace(/^Q\. /, '')}`, upper(delegateTitle)];
}

function upper(title: string): string {
  return title.toLocaleUpperCase('vi');
}
