import type { PlainDate } from '../../kernel/plain-date.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { SelectField, TextField, useProblems } from '../ui/fields.tsx';
import { useTexts } from '../ui/use-texts.ts';
import type { Typed } from './typed.ts';

export interface ResultFieldsProps {
  readonly types: readonly { readonly code: string; readonly name: string }[];
  readonly today: PlainDate;
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
  readonly prefix?: string;
}

/** The result as it enters the book: kind, number or the next one, book, date. */
export function ResultFields({ types, today, typed, refusal, prefix = '' }: ResultFieldsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const field = (name: string) => ({
    name: `result.${name}`,
    id: `${prefix}result.${name}`,
    problem: problem(`/result/${name}`),
  });
  return (
    <>
      <SelectField
        {...field('typeCode')}
        label={t('office.result.type')}
        options={types.map(({ code, name }) => ({ value: code, label: name }))}
        value={typed['result.typeCode']}
      />
      <TextField
        {...field('number')}
        label={t('office.result.number')}
        hint={t('office.result.number.hint')}
        value={typed['result.number']}
      />
      <div className="mc-pair">
        <TextField
          {...field('book')}
          label={t('office.result.book')}
          value={typed['result.book'] ?? `01/${today.slice(0, 4)}`}
        />
        <TextField
          {...field('issuedOn')}
          type="date"
          label={t('office.result.on')}
          value={typed['result.issuedOn'] ?? today}
        />
      </div>
    </>
  );
}
