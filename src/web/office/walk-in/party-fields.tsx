import type { Refusal } from '../../../kernel/refusal.ts';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';
import { counterForm } from './counter-form-props.ts';

export interface PartyFieldsProps {
  readonly who: 'owner' | 'submitter';
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
}

/** A person of the dossier: only the name is needed, a number lets them follow it. */
export function PartyFields({ who, typed, refusal }: PartyFieldsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const field = (name: string) => ({
    name: `${who}.${name}`,
    id: `${counterForm}.${who}.${name}`,
    value: typed[`${who}.${name}`],
    problem: problem(`/${who}/${name}`),
  });
  return (
    <fieldset className="ds-fieldset mc-people">
      <legend className="ds-label">{t(`office.party.${who}`)}</legend>
      <TextField {...field('name')} label={t('office.party.name')} autoFocus={who === 'owner'} />
      <TextField
        {...field('identityNumber')}
        label={t('office.party.identity')}
        inputMode="numeric"
        isOptional
      />
      {who === 'owner' ? (
        <TextField {...field('taxCode')} label={t('represent.tax-code')} inputMode="numeric" isOptional />
      ) : null}
      <TextField {...field('birthDate')} label={t('office.walk-in.birth')} inputMode="numeric" isOptional />
      <TextField {...field('phone')} label={t('office.party.phone')} inputMode="tel" isOptional />
      <TextField {...field('address')} label={t('office.party.address')} isOptional />
    </fieldset>
  );
}
