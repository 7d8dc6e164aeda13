import type { ReactNode } from 'react';
import type { Refusal } from '../../../kernel/refusal.ts';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';

interface ActFormProps {
  /** Name of the form on the page; the intent, and whose post it is about. */
  readonly form: string;
  readonly intent: string;
  readonly hidden?: Readonly<Record<string, string>>;
  /** What the button says, and what it will do. */
  readonly label: string;
  readonly effect?: string;
  /** Asked for a reason, with what was typed before. */
  readonly reason?: { readonly typed: Typed; readonly refusal: Refusal | undefined };
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  readonly children?: ReactNode;
}

/** One act as a form of its own: fields, reason, what it does, button. */
export function ActForm({ form, intent, hidden, label, effect, reason, variant, children }: ActFormProps) {
  const { t } = useTexts();
  const problem = useProblems(reason?.refusal);
  return (
    <form method="post" className="mc-stack mc-stack--snug mc-form">
      <RequestId form={form} />
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {reason === undefined ? null : (
        <TextField
          name="reason"
          id={`${form}.reason`}
          label={t('people.reason')}
          hint={t('people.reason.hint')}
          value={reason.typed.reason}
          problem={problem('/reason')}
        />
      )}
      {effect === undefined ? null : <p className="mc-small mc-subtle">{effect}</p>}
      <button type="submit" className="ds-button mc-fit" data-variant={variant ?? 'secondary'}>
        {label}
      </button>
    </form>
  );
}
