import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ActionForm } from './action-form.tsx';
import type { ActionFormProps } from './action-props.ts';
import { sentTo } from './sent.ts';

/** Refusing intake needs a written reason, which the citizen reads. */
export function RefuseForm({ view, action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'refuse');
  const problem = useProblems(refusal);
  return (
    <Disclosure summary={t('office.act.refuse.open')} open={refusal !== undefined}>
      <ActionForm
        action={action}
        queue={queue}
        expectedVersion={view.version}
        effect={t('office.effect.refuse')}
      >
        <TextArea
          name="reason"
          id="refuse.reason"
          label={t('office.refuse.reason')}
          hint={t('office.refuse.reason.hint')}
          value={typed.reason}
          problem={problem('/reason')}
          rows={4}
        />
      </ActionForm>
    </Disclosure>
  );
}
