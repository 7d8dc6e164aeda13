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
} from './core/definition.ts';
