import type { Refusal } from '../../../kernel/refusal.ts';
import type { UnitKind, UnitTier } from '../../../modules/identity/public.ts';
import { SelectField, TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Typed } from '../typed.ts';

const kinds: readonly UnitKind[] = [
  'commune',
  'department',
  'board',
  'agency',
  'branch',
  'section',
  'oneStop',
  'recordsOffice',
  'province',
  'district',
];
const tiers: readonly UnitTier[] = ['commune', 'province', 'district'];

export interface FactsFieldsProps {
  /** Stands before the ids of the controls: the page has several of these forms. */
  readonly form: string;
  readonly values: Typed;
  /** Its kind and place in the tree stay: a correction. */
  readonly isCorrection?: boolean;
  readonly calendars: readonly string[];
  /** What was wrong with the form when it was sent. */
  readonly refusal?: Refusal | undefined;
}

/** What the office writes of a unit. Units above are typed by name, with the list of the page. */
export function FactsFields({ form, values, isCorrection = false, calendars, refusal }: FactsFieldsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const field = (name: string) => ({
    name,
    id: `${form}.${name}`,
    value: values[name],
    problem: problem(`/change/facts/${name}`) ?? problem(`/facts/${name}`) ?? problem(`/${name}`),
  });
  return (
    <div className="mc-filters">
      <TextField {...field('name')} label={t('units.name')} hint={t('units.name.hint')} />
      <TextField
        {...field('shortName')}
        label={t('units.short-name')}
        hint={t('units.short-name.hint')}
        isOptional
      />
      {isCorrection ? (
        <TextField {...field('nameEn')} label={t('units.name-en')} isOptional />
      ) : (
        <>
          <SelectField
            {...field('kind')}
            label={t('units.kind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`units.kind.${kind}`) }))}
          />
          <SelectField
            {...field('tier')}
            label={t('units.tier')}
            options={tiers.map((tier) => ({ value: tier, label: t(`units.tier.${tier}`) }))}
          />
          <TextField {...field('parent')} label={t('units.parent')} list="don-vi-co-the-chon" isOptional />
          <TextField
            {...field('sectionCode')}
            label={t('units.section-code')}
            hint={t('units.section-code.hint')}
            isOptional
          />
        </>
      )}
      <TextField {...field('gsoCode')} label={t('units.gso-code')} inputMode="numeric" isOptional />
      <TextField {...field('agencyCode')} label={t('units.agency-code')} placeholder="H53.12" isOptional />
      <SelectField
        {...field('officeHours')}
        label={t('units.office-hours')}
        empty={t('units.office-hours.parents')}
        options={calendars.map((code) => ({ value: code, label: code }))}
      />
    </div>
  );
}

/** What is known of a unit, as the form types it. */
export function factsTyped(facts: Readonly<Record<string, string | undefined>>): Typed {
  return Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
