import type { Refusal } from '../../../kernel/refusal.ts';
import { capacities } from '../../../modules/dossiers/contract.ts';
import { SelectField, TextField, Tick, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';
import { counterForm } from './counter-form-props.ts';

/** By what right the submitter acts for the owner: the paper, and that it was looked at. */
export function RepresentationFields({
  typed,
  refusal,
}: {
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
}) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const field = (name: string) => ({
    name: `representation.${name}`,
    id: `${counterForm}.representation.${name}`,
    value: typed[`representation.${name}`],
    problem: problem(`/representation/${name}`),
  });
  return (
    <fieldset className="ds-fieldset mc-people">
      <legend className="ds-label">{t('represent.checking')}</legend>
      <SelectField
        {...field('capacity')}
        label={t('represent.capacity')}
        empty={t('represent.capacity.none')}
        options={capacities.map((value) => ({ value, label: t(`represent.capacity.${value}`) }))}
      />
      <TextField {...field('document')} label={t('represent.document.name')} isOptional />
      <TextField {...field('number')} label={t('represent.number')} isOptional />
      <TextField {...field('issuedOn')} label={t('represent.issued-on.typed')} isOptional />
      <TextField {...field('issuedBy')} label={t('represent.issued-by')} isOptional />
      <Tick
        name="representationChecked"
        id={`${counterForm}.representationChecked`}
        value="1"
        label={t('represent.check')}
        checked={typed.representationChecked !== undefined}
      />
    </fieldset>
  );
}
