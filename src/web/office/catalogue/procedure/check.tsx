import {
  missingParts,
  type ProcedureContent,
  requiredParts,
  type SaidFinding,
} from '../../../../modules/catalogue/contract.ts';
import { Checklist } from '../../../ui/checklist.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { placeWords } from '../editor/place-words.ts';

/** What is missing in the newest version or contradicts itself, each with its place. */
export function Check({ findings }: { readonly findings: readonly SaidFinding[] }) {
  const { t } = useTexts();
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="kiem-tra">
      <h2 id="kiem-tra">{t('catalogue.procedure.check')}</h2>
      {findings.length === 0 ? (
        <p>{t('catalogue.procedure.check.none')}</p>
      ) : (
        <Checklist
          items={findings.map(({ type, pointer, severity, sentence }) => ({
            key: `${type} ${pointer}`,
            title: sentence,
            state: severity === 'error' ? 'missing' : 'maybe',
            note: placeWords(pointer.split('/').slice(1), {}, t),
          }))}
        />
      )}
    </section>
  );
}

/** The seven parts every published procedure must show. */
export function RequiredParts({ content }: { readonly content: ProcedureContent }) {
  const { t } = useTexts();
  const missing = missingParts(content);
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="bay-noi-dung">
      <h2 id="bay-noi-dung">{t('catalogue.procedure.parts')}</h2>
      <Checklist
        items={requiredParts.map((part) => ({
          key: part,
          title: t(`catalogue.part.${part}`),
          state: missing.includes(part) ? 'missing' : 'done',
          note: t(
            missing.includes(part) ? 'catalogue.procedure.parts.lacks' : 'catalogue.procedure.parts.has',
          ),
        }))}
      />
    </section>
  );
}
