import type { Refusal } from '../../../../kernel/refusal.ts';
import { SelectField, TextArea, TextField, useProblems } from '../../../ui/fields.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import type { Typed } from '../../typed.ts';
import { decisionKinds } from './decision-kinds.ts';

export interface DecisionFieldsProps {
  readonly typed: Typed;
  readonly refusal: Refusal | undefined;
}

const dates = ['effectiveOn', 'announcedOn', 'publishedOn', 'postedOn'] as const;

/** What a decision says of itself: number, day, who, and its three days of publicity. */
export function DecisionFields({ typed, refusal }: DecisionFieldsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const field = (name: string) => ({ name, value: typed[name], problem: problem(`/${name}`) });
  return (
    <form method="post" className="mc-stack mc-stack--snug">
      <RequestId form="quyet-dinh" />
      <div className="mc-editor__fields">
        <TextField
          {...field('number')}
          label={t('catalogue.decision.number')}
          hint={t('catalogue.decision.number.hint')}
        />
        <TextField {...field('decidedOn')} type="date" label={t('catalogue.decision.decidedOn')} />
        <SelectField
          {...field('kind')}
          label={t('catalogue.decision.kind')}
          options={decisionKinds.map((kind) => ({
            value: kind,
            label: t(`catalogue.decision.kind.${kind}`),
          }))}
        />
        <TextField {...field('agency')} label={t('catalogue.decision.agency')} />
        <TextField {...field('signer')} label={t('catalogue.decision.signer')} isOptional />
        {dates.map((name) => (
          <TextField
            key={name}
            {...field(name)}
            type="date"
            label={t(`catalogue.decision.${name}`)}
            isOptional
          />
        ))}
      </div>
      <TextArea {...field('title')} rows={2} label={t('catalogue.decision.heading')} isOptional />
      <button type="submit" className="ds-button mc-fit" data-variant="primary">
        {t('catalogue.decision.record')}
      </button>
    </form>
  );
}
