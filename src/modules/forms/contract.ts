/** What the browser may import: the shapes of forms and answers, and the evaluation both sides run. */
export type { AddressAnswer, AddressBook, AddressUnit, Answer, Answers } from './core/answers.ts';
export type {
  AddressField,
  AnswerField,
  AttachmentField,
  ChoiceField,
  ChoiceOption,
  Condition,
  DateField,
  FormDefinition,
  FormField,
  HeadingField,
  NumberField,
  Operand,
  PlainField,
  Prefill,
  PrefillSource,
  RefusalRule,
  RepeatField,
  RowField,
  SectionField,
  TextField,
  YesNoField,
} from './core/definition.ts';
export {
  type DescribedLine,
  type DescribedPage,
  describeAnswers,
  type YesNoWords,
} from './core/describe-answers.ts';
export { type AskedPaper, type Evaluation, evaluateForm } from './core/evaluate.ts';
export { type FormPage, isAnswerField, pagesOf, rowsOf } from './core/fields.ts';
export { type Posted, postedAnswers, withRowChange } from './core/posted-answers.ts';
export { newRow, type PersonClaims, type Prefilled, prefilled } from './core/prefill.ts';
export { addressDay } from './core/reading/read-address.ts';
export type { FormContext } from './core/reading/reading.ts';
export { pointersOfKinds, pointersOfNames, sensitivePointers } from './core/sensitive-pointers.ts';
