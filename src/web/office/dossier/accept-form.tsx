import type { SubmissionChannel } from '../../../modules/dossiers/contract.ts';
import { Tick } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { FeeFields } from '../fee/fee-fields.tsx';
import { ActionForm } from './action-form.tsx';
import type { ActionFormProps } from './action-props.ts';
import { acceptForm } from './papers.tsx';
import { sentTo } from './sent.ts';

/** Formal acceptance: the checks of the papers stand beside the papers, the fee stands here. */
export function AcceptForm({ view, fees, action, queue, sent }: ActionFormProps) {
  const { t } = useTexts();
  const { typed, refusal } = sentTo(sent, 'accept');
  return (
    <ActionForm
      id={acceptForm}
      action={action}
      queue={queue}
      expectedVersion={view.version}
      effect={t('office.effect.accept')}
    >
      {view.representation?.document === undefined ? null : (
        <Tick
          name="representationChecked"
          id="accept.representationChecked"
          value="1"
          label={t('represent.check')}
          checked={typed.representationChecked !== undefined}
        />
      )}
      {fees === undefined ? null : (
        <fieldset className="ds-fieldset">
          <legend className="ds-label">{t('procedure.fee.title')}</legend>
          <FeeFields
            facts={{ fees, caseKey: view.caseKey, channel: publishedChannel(view.channel) }}
            typed={typed}
            refusal={refusal}
            prefix="accept."
          />
        </fieldset>
      )}
    </ActionForm>
  );
}

/** Help at a counter is still submitting online. */
function publishedChannel(channel: SubmissionChannel) {
  return channel === 'assistedOnline' ? 'online' : channel;
}
