import type { MergeView } from '../../../modules/identity/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface MergesProps {
  readonly merges: readonly MergeView[];
  /** What stands in the reason of taking one back. */
  readonly reason?: string;
}

/** Who was merged with whom, when and why; each can be taken back. */
export function Merges({ merges, reason }: MergesProps) {
  const { t, locale } = useTexts();
  const at = (iso: string) => formatDateTime(new Date(iso), locale);
  return (
    <section className="mc-stack">
      <h2>{t('account.merges')}</h2>
      <ul className="mc-cards">
        {merges.map((merge) => (
          <li key={merge.mergeId} className="mc-card">
            <div className="mc-stack mc-stack--tight">
              <p className="mc-strong">
                {t('account.merges.line', {
                  merged: merge.mergedName,
                  kept: merge.keptName,
                  at: at(merge.mergedAt),
                })}
              </p>
              <p className="mc-subtle mc-small">
                {merge.by === undefined
                  ? t('account.merges.by-self')
                  : t('account.merges.by', { by: merge.by, reason: merge.reason ?? '' })}
              </p>
              {merge.undoneAt === undefined ? (
                <UndoForm merge={merge} reason={reason} />
              ) : (
                <p>
                  {t('account.merges.undone', { at: at(merge.undoneAt), reason: merge.undoReason ?? '' })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function UndoForm({ merge, reason }: { readonly merge: MergeView; readonly reason: string | undefined }) {
  const { t } = useTexts();
  return (
    <Disclosure summary={t('account.merges.undo')}>
      <form method="post" className="mc-stack mc-stack--snug">
        <RequestId form={`tach ${merge.mergeId}`} />
        <input type="hidden" name="mergeId" value={merge.mergeId} />
        <TextField
          name="reason"
          id={`ly-do-${merge.mergeId}`}
          label={t('account.merges.undo.reason')}
          value={reason}
        />
        <div>
          <button
            type="submit"
            name="intent"
            value="undo"
            className="ds-button"
            data-variant="secondary"
            data-size="sm"
          >
            {t('account.merges.undo')}
          </button>
        </div>
      </form>
    </Disclosure>
  );
}
