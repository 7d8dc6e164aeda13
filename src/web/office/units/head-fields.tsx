import type { Refusal } from '../../../kernel/refusal.ts';
import type { Translate } from '../../../texts/translate.ts';
import { TextArea, TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { given, type Typed, textIn } from '../typed.ts';

interface HeadFieldsProps {
  readonly values: Typed;
  readonly refusal: Refusal | undefined;
}

/** By which decision and from which day a reorganisation holds. */
export function HeadFields({ values, refusal }: HeadFieldsProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  return (
    <>
      <TextField
        name="title"
        label={t('units.head.title')}
        hint={t('units.head.title.hint')}
        value={values.title}
        problem={problem('/title')}
      />
      <div className="mc-filters">
        <TextField
          name="decisionNumber"
          label={t('units.head.decision')}
          placeholder="1682/NQ-UBTVQH15"
          value={values.decisionNumber}
          problem={problem('/decisionNumber')}
          isOptional
        />
        <TextField
          name="decidedOn"
          type="date"
          label={t('units.head.decided-on')}
          value={values.decidedOn}
          problem={problem('/decidedOn')}
          isOptional
        />
        <TextField
          name="effectiveOn"
          type="date"
          label={t('units.head.effective-on')}
          value={values.effectiveOn}
          problem={problem('/effectiveOn')}
          isOptional
        />
      </div>
      <TextArea
        name="note"
        label={t('units.head.note')}
        rows={2}
        value={values.note}
        problem={problem('/note')}
        isOptional
      />
    </>
  );
}

/** What the form says of it. */
export function readHead(form: FormData) {
  return given({
    title: textIn(form, 'title'),
    decisionNumber: textIn(form, 'decisionNumber'),
    decidedOn: textIn(form, 'decidedOn'),
    effectiveOn: textIn(form, 'effectiveOn'),
    note: textIn(form, 'note'),
  });
}

/** What the forms of a plan call a field of a refused command. */
export function headLabel(t: Translate, pointer: string): string | undefined {
  const labels: Readonly<Record<string, string>> = {
    '/title': t('units.head.title'),
    '/decisionNumber': t('units.head.decision'),
    '/decidedOn': t('units.head.decided-on'),
    '/effectiveOn': t('units.head.effective-on'),
    '/reason': t('units.reason'),
    '/change/facts/name': t('units.name'),
    '/change/facts/shortName': t('units.short-name'),
    '/change/facts/gsoCode': t('units.gso-code'),
    '/change/facts/agencyCode': t('units.agency-code'),
    '/change/facts/sectionCode': t('units.section-code'),
    '/change/unitId': t('units.end.unit'),
    '/change/choice/rest': t('units.choice.rest'),
  };
  return labels[pointer.replace(/^\/facts/, '/change/facts')];
}
