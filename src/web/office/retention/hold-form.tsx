import type { Refusal } from '../../../kernel/refusal.ts';
import { holdGrounds } from '../../../modules/privacy/contract.ts';
import type { TextKey } from '../../../texts/catalogue.ts';
import { SelectField, TextArea, TextField, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** What was typed. */
export type TypedHold = Readonly<
  Partial<Record<'code' | 'ground' | 'reason' | 'decisionNumber' | 'untilOn', string>>
>;

const labels: ReadonlyMap<string, TextKey> = new Map([
  ['/code', 'retention.code'],
  ['/ground', 'retention.hold.ground'],
  ['/reason', 'retention.hold.reason'],
  ['/decisionNumber', 'retention.hold.number'],
  ['/untilOn', 'retention.hold.until'],
]);

/** Which field a refusal is about. */
export function holdLabel(pointer: string): TextKey {
  return labels.get(pointer) ?? 'retention.hold.title';
}

/** Holds one dossier, by its code. */
export function HoldForm(props: {
  readonly refusal: Refusal | undefined;
  readonly typed: TypedHold | undefined;
}) {
  const { refusal, typed } = props;
  const { t } = useTexts();
  const problem = useProblems(refusal);
  return (
    <form method="post" className="mc-panel mc-stack mc-stack--snug mc-form" aria-labelledby="giu-lai">
      <RequestId form="giu lai" />
      <h2 id="giu-lai">{t('retention.hold.title')}</h2>
      <TextField name="code" label={t('retention.code')} value={typed?.code} problem={problem('/code')} />
      <SelectField
        name="ground"
        label={t('retention.hold.ground')}
        empty={t('retention.hold.choose')}
        value={typed?.ground}
        problem={problem('/ground')}
        options={holdGrounds.map((each) => ({ value: each, label: t(`retention.hold.ground.${each}`) }))}
      />
      <TextField
        name="decisionNumber"
        label={t('retention.hold.number')}
        value={typed?.decisionNumber}
        problem={problem('/decisionNumber')}
      />
      <TextArea
        name="reason"
        label={t('retention.hold.reason')}
        value={typed?.reason}
        problem={problem('/reason')}
      />
      <TextField
        name="untilOn"
        type="date"
        label={t('retention.hold.until')}
        hint={t('retention.hold.until.hint')}
        value={typed?.untilOn}
        problem={problem('/untilOn')}
        isOptional
      />
      <div>
        <button className="ds-button" data-variant="primary" type="submit">
          {t('retention.hold.put')}
        </button>
      </div>
    </form>
  );
}
