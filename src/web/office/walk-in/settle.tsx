import { resultTypes } from '../../../modules/catalogue/contract.ts';
import { SelectField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { ResultFields } from '../result-fields.tsx';
import { type CounterFormProps, counterForm } from './counter-form-props.ts';

/** Finishing while the person waits: who signed, number and book; no appointment slip is printed (practice 11). */
export function Settle({ version, counter, today, typed, refusal }: CounterFormProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const types = resultTypes(version);
  return (
    <fieldset className="ds-fieldset mc-stack mc-stack--snug mc-settle">
      <legend className="ds-label">{t('office.settle.title')}</legend>
      <SelectField
        name="signerPostId"
        id={`${counterForm}.signerPostId`}
        label={t('office.settle.signer')}
        options={counter.signers.map(({ postId, name, signsAs }) => ({
          value: postId,
          label: `${name} (${signsAs})`,
        }))}
        value={typed.signerPostId}
        problem={problem('/signerPostId')}
      />
      <ResultFields types={types} today={today} typed={typed} refusal={refusal} prefix={`${counterForm}.`} />
      <p className="mc-small mc-subtle">{t('office.effect.settle')}</p>
      <button type="submit" name="intent" value="settle" className="ds-button" data-variant="primary">
        {t('office.act.settle')}
      </button>
    </fieldset>
  );
}
