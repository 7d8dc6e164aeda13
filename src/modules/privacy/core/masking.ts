import type { Role } from '../../../kernel/actor.ts';

/** What is shown in part to those whose work does not need it whole. */
export const maskedFields = ['identityNumber', 'birthDate', 'phone', 'email', 'address'] as const;
export type MaskedField = (typeof maskedFields)[number];

/** When a role sees a field whole without giving a reason: while a step of the dossier is theirs, or never. */
export type Clearness = 'working' | 'never';

/** Why somebody may look at what is masked: chosen, never written, so that the journal holds no free text. */
export interface UnmaskReason {
  readonly key: string;
  readonly name: string;
}

/** Which answer of a form is shown to nobody whose work does not need it, and what it tells of a person. */
export interface SensitiveAnswer {
  /** Code of the form, whatever its version. */
  readonly form: string;
  /** `key`, or `repeat.key` of an answer in rows. */
  readonly answer: string;
  /** In words, such as "sức khỏe". */
  readonly kind: string;
  /** The column of the masking rules that shows it: a day of birth here is the same fact as among the people. */
  readonly ruledBy: 'sensitive' | 'birthDate';
}

export interface MaskingRules {
  readonly roles: ReadonlyMap<Role, Readonly<Record<MaskedField | 'sensitive', Clearness>>>;
  readonly sensitive: readonly SensitiveAnswer[];
  readonly reasons: readonly UnmaskReason[];
}

/** What is hidden from somebody in whose hands steps lie in these roles; a role without a row sees nothing whole. */
export function hiddenFrom(rules: MaskingRules, working: readonly Role[]): ReadonlySet<MaskedField> {
  const isClear = (field: MaskedField) =>
    working.some((role) => rules.roles.get(role)?.[field] === 'working');
  return new Set(maskedFields.filter((field) => !isClear(field)));
}

/** The sensitive answers of a form that are hidden from them. */
export function hiddenAnswers(
  rules: MaskingRules,
  working: readonly Role[],
  form: string,
): readonly SensitiveAnswer[] {
  const isClear = ({ ruledBy }: SensitiveAnswer) =>
    working.some((role) => rules.roles.get(role)?.[ruledBy] === 'working');
  return rules.sensitive.filter((each) => each.form === form && !isClear(each));
}

/** Whether free text is hidden from them: it may tell anything, so it is for whom every fact and what is sensitive is clear. */
export function hidesWords(rules: MaskingRules, working: readonly Role[]): boolean {
  const isClear = working.some((role) => rules.roles.get(role)?.sensitive === 'working');
  return !isClear || hiddenFrom(rules, working).size > 0;
}

const dots = '•••••';

/** A value in part: enough to recognise it beside the paper, too little to use it. */
export function maskText(field: MaskedField, text: string): string {
  switch (field) {
    case 'identityNumber':
    case 'phone':
      return text.length > 6 ? `${dots}${text.slice(-3)}` : dots;
    case 'birthDate':
      // The year tells people of one name apart, as on a list at the counter.
      return text.length > 4 ? `${text.slice(0, 4)}-••-••` : dots;
    case 'email': {
      const at = text.lastIndexOf('@');
      return at > 0 ? `${dots}${text.slice(at)}` : dots;
    }
    case 'address': {
      // The commune and the province stay: which office decides is no secret.
      const parts = text.split(',').map((part) => part.trim());
      return parts.length > 2 ? [dots, ...parts.slice(-2)].join(', ') : dots;
    }
  }
}
