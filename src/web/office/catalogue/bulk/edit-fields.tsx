import { type BulkEdit, channelWords } from '../../../../modules/catalogue/contract.ts';
import type { RefusedPage } from '../../../refusals.ts';
import { SelectField, TextField, useProblems } from '../../../ui/fields.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import type { Typed } from '../../typed.ts';

export interface EditFieldsProps {
  readonly field: BulkEdit['field'];
  readonly typed: Typed;
  readonly refusal: RefusedPage['refusal'] | undefined;
  readonly sectors: readonly string[];
}

/** What is to become of the field: only the inputs of the chosen one. */
export function EditFields({ field, typed, refusal, sectors }: EditFieldsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const named = (name: string) => ({ name, value: typed[name], problem: problem(`/edit/${name}`) });
  if (field === 'channel')
    return (
      <>
        <SelectField
          {...named('does')}
          label={t('catalogue.bulk.does')}
          options={(['add', 'remove'] as const).map((value) => ({
            value,
            label: t(`catalogue.bulk.does.${value}`),
          }))}
        />
        <SelectField
          {...named('channel')}
          label={t('catalogue.part.channels')}
          options={Object.entries(channelWords).map(([value, label]) => ({ value, label }))}
        />
      </>
    );
  return (
    <>
      {field === 'legalBasis' ? (
        <TextField
          {...named('from')}
          label={t('catalogue.bulk.legalBasis.from')}
          hint={t('catalogue.bulk.legalBasis.from.hint')}
        />
      ) : null}
      {field === 'feeBasis' ? (
        <TextField
          {...named('from')}
          label={t('catalogue.bulk.feeBasis.from')}
          hint={t('catalogue.bulk.feeBasis.from.hint')}
          isOptional
        />
      ) : null}
      <TextField
        {...named('to')}
        label={t(`catalogue.bulk.${field}.to`)}
        {...(field === 'sector' && { list: 'cac-linh-vuc' })}
      />
      {field === 'legalBasis' ? (
        <TextField {...named('name')} label={t('catalogue.bulk.legalBasis.name')} isOptional />
      ) : null}
      {field === 'sector' ? (
        <datalist id="cac-linh-vuc">
          {sectors.map((sector) => (
            <option key={sector} value={sector} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}
