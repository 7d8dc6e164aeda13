import type { Refusal } from '../../../kernel/refusal.ts';
import type { TextKey } from '../../../texts/catalogue.ts';
import { ErrorSummary, fieldId } from '../error-summary.tsx';
import { useTexts } from '../use-texts.ts';

/** What was typed into one of the forms, by the names of its fields. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** Each consent that is held has a form of its own to begin with. */
export function procedureFieldId(consentId: string): string {
  return `thu-tuc-${consentId}`;
}

const labels: Readonly<Record<string, TextKey>> = {
  '/untilOn': 'consent.until',
  '/code': 'consent.redeem.code',
  '/procedure': 'consent.begin.procedure',
  '/principal/name': 'office.party.name',
  '/principal/identityNumber': 'office.party.identity',
  '/principal/phone': 'office.party.phone',
};

/** What was wrong in any of the forms of the page, each line a link to its field. */
export function ConsentErrors({
  refusal,
  typed,
}: {
  readonly refusal: Refusal | undefined;
  readonly typed: Typed;
}) {
  const { t } = useTexts();
  return (
    <ErrorSummary
      refusal={refusal}
      idOf={(pointer) =>
        pointer === '/procedure' ? procedureFieldId(typed.consentId ?? '') : fieldId(pointer)
      }
      labelOf={(pointer) => {
        const label = labels[pointer];
        return label && t(label);
      }}
    />
  );
}
