import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Certainty } from '../../identity/public.ts';

/**
 * An e-form: ONE ordered list of typed fields. `section` entries begin a page; what follows belongs to it.
 * Conditions may name only fields that stand earlier in the list, so one pass from the top evaluates a form.
 */
export interface FormDefinition {
  /** Stable code of the form, e.g. `khai-sinh`; a new text of the same form is a new version under the same code. */
  readonly code: string;
  readonly procedureCode: string;
  readonly name: string;
  readonly nameEn?: string;
  /** First day on which the form may be submitted; `validTo` is the first day on which it no longer may. */
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  /** Where the form was read, and whether somebody compared it with the published text. */
  readonly source: string;
  readonly certainty: Certainty;
  readonly fields: readonly FormField[];
}

/** An entry of the list; the kind decides the shape of the answer (see `Answer`). */
export type FormField =
  | SectionField
  | HeadingField
  | TextField
  | PlainField
  | YesNoField
  | NumberField
  | DateField
  | ChoiceField
  | AddressField
  | AttachmentField
  | RepeatField;

/** What may stand inside a repeated block. */
export type RowField = Exclude<FormField, SectionField | RepeatField | AttachmentField>;

/** A field that holds an answer of its own. */
export type AnswerField = Exclude<FormField, SectionField | HeadingField | AttachmentField>;

interface Entry {
  /** camelCase, unique in the form (inside a repeat: unique in the row). The name of the answer. */
  readonly key: string;
  readonly label: string;
  readonly labelEn?: string;
  /** One plain sentence under the label. */
  readonly help?: string;
  /** Absent means always. An entry that is not visible has no answer: the server removes it. */
  readonly visibleWhen?: Condition;
}

interface AnswerEntry extends Entry {
  /** Absent means optional; `true` means required whenever visible. */
  readonly requiredWhen?: Condition;
  /** Rules of the procedure about this answer, e.g. an age; the first that holds refuses with its message. */
  readonly refuseWhen?: readonly RefusalRule[];
  /** First source that applies fills an empty answer, marked with where it came from. */
  readonly prefill?: readonly Prefill[];
}

export interface RefusalRule {
  readonly when: Condition;
  readonly message: string;
}

/** `from` reads the signed-in person's identity claims; `value` is a customary answer. */
export type Prefill =
  | { readonly from: PrefillSource; readonly when?: Condition }
  | { readonly value: string; readonly when?: Condition };

export type PrefillSource =
  | 'person.fullName'
  | 'person.identityNumber'
  | 'person.birthDate'
  | 'person.gender'
  | 'person.phone'
  | 'person.email';

/** Begins a page of the form. */
export interface SectionField extends Entry {
  readonly kind: 'section';
}

/** A heading within a page. */
export interface HeadingField extends Entry {
  readonly kind: 'heading';
}

export interface TextField extends AnswerEntry {
  readonly kind: 'text' | 'longText';
  /** Characters; 200 for `text` and 2,000 for `longText` unless given. */
  readonly maxLength?: number;
}

export interface PlainField extends AnswerEntry {
  readonly kind: 'personName' | 'identityNumber' | 'phone' | 'email';
}

export interface YesNoField extends AnswerEntry {
  readonly kind: 'yesNo';
}

/** `money` is whole đồng; `number` may have decimals unless `integer`. Bounds are inclusive. */
export interface NumberField extends AnswerEntry {
  readonly kind: 'number' | 'money';
  readonly integer?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Shown after the box, e.g. `m²`. */
  readonly unit?: string;
}

export interface DateField extends AnswerEntry {
  /** `partialDate` accepts a year, a month and year, or a full date: what old papers say. */
  readonly kind: 'date' | 'partialDate';
  /** `past` refuses days after today, `future` days before today. */
  readonly within?: 'past' | 'future';
}

export interface ChoiceField extends AnswerEntry {
  readonly kind: 'choice' | 'multiChoice';
  readonly options: readonly ChoiceOption[];
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly labelEn?: string;
}

/** Province and commune as they were on a day, and a line of detail. */
export interface AddressField extends AnswerEntry {
  readonly kind: 'address';
  /** Key of an earlier `date` field whose day decides which units are offered; today when absent or not answered. */
  readonly at?: string;
}

/** Asks for a paper of the procedure when visible; the file itself is given on the papers page. */
export interface AttachmentField extends Entry {
  readonly kind: 'attachment';
  /** Key of a component in the procedure version: a form can never ask for a paper the procedure does not list. */
  readonly component: string;
  readonly requiredWhen?: Condition;
}

/** A block that may be given several times, e.g. one per child. Bounds are inclusive. */
export interface RepeatField extends Entry {
  readonly kind: 'repeat';
  /** What one row is called: `Người con`. */
  readonly itemLabel: string;
  readonly min: number;
  readonly max: number;
  readonly fields: readonly RowField[];
}

/**
 * An allow-list of JSON Logic: `var`, `==`, `!=`, `<`, `<=`, `>`, `>=`, `!`, `and`, `or`, `in`, `addYears`.
 * `var` names an earlier field, `row.<key>` inside a repeat, `$case` (the case of the procedure),
 * `$question.<key>` (the answer to one of the questions that led to the case) or `$today`.
 * Dates compare as text; `{"addYears": [date, 20]}` gives the day so many years later.
 */
export type Condition = boolean | { readonly [operator: string]: Operand };
export type Operand =
  | string
  | number
  | boolean
  | null
  | readonly Operand[]
  | { readonly [operator: string]: Operand };
