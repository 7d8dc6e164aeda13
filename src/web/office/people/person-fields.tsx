import type { Refusal } from '../../../kernel/refusal.ts';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';

interface PersonFieldsProps {
  readonly prefix: string;
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
}

/** Name and contacts. */
export function PersonFields({ prefix, typed, refusal }: PersonFieldsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const at = (name: 'name' | 'phone' | 'email') => ({
    name,
    id: `${prefix}.${name}`,
    label: t(`people.${name}`),
    value: typed[name],
    problem: problem(`/${name}`),
  });
  return (
    <>
      <TextField {...at('name')} />
      <TextField {...at('phone')} inputMode="tel" isOptional />
      <TextField {...at('email')} type="email" isOptional />
    </>
  );
}
