import { parsePlainDate } from '../../../kernel/plain-date.ts';
import type { CorrectionView } from '../../../modules/privacy/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { DateTime } from '../../ui/moments.tsx';
import { StatusTag, type Tone } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** What was asked, until when it is answered, and the answer. */
export function Corrections({ corrections }: { readonly corrections: readonly CorrectionView[] }) {
  const { t } = useTexts();
  if (corrections.length === 0) return null;
  return (
    <section className="mc-stack" aria-labelledby="da-yeu-cau">
      <h2 id="da-yeu-cau">{t('privacy.correction.mine')}</h2>
      <ul className="mc-cards">
        {corrections.map((each) => (
          <li key={each.correctionId} className="mc-card">
            <OneCorrection each={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneCorrection({ each }: { readonly each: CorrectionView }) {
  const { t } = useTexts();
  const due = parsePlainDate(each.dueOn);
  return (
    <div className="mc-stack mc-stack--snug">
      <div className="mc-row mc-row--apart">
        <p className="mc-strong">{t(`privacy.field.${each.field}`)}</p>
        <StatusTag tone={toneOf(each)}>
          {t(
            each.answer === undefined ? 'privacy.correction.open' : `privacy.outcome.${each.answer.outcome}`,
          )}
        </StatusTag>
      </div>
      {each.dossier === undefined ? null : (
        <p>
          <a href={`/ho-so/${each.dossier.dossierId}`}>
            {t('privacy.correction.of-dossier', { code: each.dossier.code })}
          </a>
        </p>
      )}
      <p>{each.text}</p>
      {each.answer === undefined ? (
        <p className="mc-subtle mc-small">
          {due === undefined ? null : t('privacy.correction.due', { on: formatDate(due) })}
        </p>
      ) : (
        <>
          <p>
            <span className="mc-subtle mc-small mc-block">{t('privacy.correction.reply')}</span>
            {each.answer.text}
          </p>
          <p className="mc-subtle mc-small">
            {t('privacy.correction.answer-of')} <DateTime at={new Date(each.answer.at)} />
          </p>
        </>
      )}
    </div>
  );
}

function toneOf({ answer }: CorrectionView): Tone {
  if (answer === undefined) return 'info';
  return answer.outcome === 'corrected' ? 'success' : 'neutral';
}
