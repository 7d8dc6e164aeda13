import type { AddressAnswer, AddressBook, Answer, Answers } from './answers.ts';
import type { AnswerField, FormDefinition, FormField } from './definition.ts';
import type { Evaluation } from './evaluate.ts';
import { isAnswerField, isRecord, pagesOf, rowsOf } from './fields.ts';

/** Answers as people read them, page by page: for the review, the officer's screen and the printed form. */
export interface DescribedPage {
  readonly key: string;
  readonly label: string;
  readonly lines: readonly DescribedLine[];
}

/** One answer in words; `text` is empty when the question was not answered. A repeat's line carries its rows. */
export interface DescribedLine {
  readonly pointer: string;
  readonly label: string;
  readonly text: string;
  readonly rows?: readonly { readonly label: string; readonly lines: readonly DescribedLine[] }[];
}

/** Words for yes and no, in the reader's language. */
export interface YesNoWords {
  readonly yes: string;
  readonly no: string;
}

/** Describes what is visible, in the order of the form. */
export function describeAnswers(
  definition: FormDefinition,
  { answers, visible }: Pick<Evaluation, 'answers' | 'visible'>,
  words: YesNoWords,
  book?: AddressBook,
): readonly DescribedPage[] {
  const linesOf = (fields: readonly FormField[], level: Answers, base: string): readonly DescribedLine[] =>
    fields.filter(isAnswerField).flatMap((field) => {
      const pointer = `${base}/${field.key}`;
      if (!visible.has(pointer)) return [];
      const answer = level[field.key];
      const line = { pointer, label: field.label };
      if (field.kind !== 'repeat') return [{ ...line, text: answerText(field, answer, words, book) }];
      const rows = rowsOf(answer).map((row, index) => ({
        label: `${field.itemLabel} ${index + 1}`,
        lines: linesOf(field.fields, row, `${pointer}/${index}`),
      }));
      return [{ ...line, text: '', rows }];
    });
  return pagesOf(definition, visible).map(({ section, fields }) => ({
    key: section.key,
    label: section.label,
    lines: linesOf(fields, answers, ''),
  }));
}

function answerText(
  field: AnswerField,
  answer: Answer | undefined,
  words: YesNoWords,
  book: AddressBook | undefined,
): string {
  if (answer === undefined) return '';
  if (typeof answer === 'boolean') return answer ? words.yes : words.no;
  if (typeof answer === 'number') return numberText(field, answer);
  if ('options' in field) return optionText(field.options, Array.isArray(answer) ? answer : [answer]);
  if (typeof answer === 'string') return isDateKind(field) ? answer.split('-').reverse().join('/') : answer;
  return isAddress(answer) ? addressText(answer, book) : '';
}

function numberText(field: AnswerField, value: number): string {
  const text = new Intl.NumberFormat('vi-VN').format(value);
  if (field.kind === 'money') return `${text} đ`;
  return field.kind === 'number' && field.unit !== undefined ? `${text} ${field.unit}` : text;
}

function optionText(
  options: readonly { value: string; label: string }[],
  chosen: readonly unknown[],
): string {
  const labels = options.filter((option) => chosen.includes(option.value)).map((option) => option.label);
  return labels.join('; ');
}

function isDateKind(field: AnswerField): boolean {
  return field.kind === 'date' || field.kind === 'partialDate';
}

function isAddress(answer: Answer): answer is AddressAnswer {
  return isRecord(answer) && 'province' in answer;
}

/** From the smallest part up, as addresses are written: `Số 12, Phường Tân Ninh, Tỉnh Tây Ninh`. */
export function addressText(address: AddressAnswer, book: AddressBook | undefined): string {
  const name = (units: readonly { code: string; name: string }[] | undefined, code: string | undefined) =>
    units?.find((unit) => unit.code === code)?.name ?? code;
  const parts = [
    address.detail,
    address.communeText ?? name(book?.communes(address.province, address.on), address.commune),
    name(book?.provinces(address.on), address.province),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}
