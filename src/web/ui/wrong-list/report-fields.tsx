import type { Refusal } from '../../../kernel/refusal.ts';
import { reportedParts } from '../../../modules/catalogue/contract.ts';
import { SelectField, TextArea, useProblems } from '../fields.tsx';
import { useTexts } from '../use-texts.ts';

export interface ReportFieldsProps {
  readonly papers: readonly { readonly key: string; readonly name: string }[];
  readonly typed: { readonly part?: string; readonly componentKey?: string; readonly text?: string };
  readonly refusal: Refusal | undefined;
}

/** What is wrong with a published text: which part, which paper, and how, in words. */
export function ReportFields({ papers, typed, refusal }: ReportFieldsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  return (
    <>
      <SelectField
        name="part"
        label={t('wrong-list.part')}
        value={typed.part ?? 'paper'}
        problem={problem('/part')}
        options={reportedParts.map((part) => ({ value: part, label: t(`wrong-list.part.${part}`) }))}
      />
      {papers.length === 0 ? null : (
        <SelectField
          name="componentKey"
          label={t('wrong-list.component')}
          hint={t('wrong-list.component.hint')}
          empty={t('wrong-list.component.none')}
          value={typed.componentKey ?? ''}
          problem={problem('/componentKey')}
          options={papers.map(({ key, name }) => ({ value: key, label: name }))}
          isOptional
        />
      )}
      <TextArea
        name="text"
        label={t('wrong-list.text')}
        hint={t('wrong-list.text.hint')}
        value={typed.text}
        problem={problem('/text')}
        rows={5}
      />
    </>
  );
}
