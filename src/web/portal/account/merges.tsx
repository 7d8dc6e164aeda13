import type { Refusal } from '../../../kernel/refusal.ts';
import type { MergeView } from '../../../modules/identity/contract.ts';
import { formatDateTime } from '../../../texts/format.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface MergesProps {
  readonly merges: readonly MergeView[];
  /** What stands in the reason of taking one back. */
  readonly reason?: string;
  /** The one that was to be taken back and was refused, with what was typed. */
  readonly refused?: {
    readonly mergeId: string;
    readonly reason: string | undefined;
    readonly refusal: Refusal | undefined;
  };
}

/** Id of the field that asks why one merge is taken back. */
export function undoReasonId(mergeId: string): string {
  return `ly-do-${mergeId}`;
}

/** Who was merged with whom, when and why; each can be taken back. */
export function Merges({ merges, reason, refused }: MergesProps) {
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
                <UndoForm
                  merge={merge}
                  reason={reason}
                  refused={refused?.mergeId === merge.mergeId ? refused : undefined}
                />
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

interface UndoFormProps {
  readonly merge: MergeView;
  readonly reason: string | undefined;
  readonly refused: MergesProps['refused'] | undefined;
}

function UndoForm({ merge, reason, refused }: UndoFormProps) {
  const { t } = useTexts();
  const problem = useProblems(refused?.refusal);
  return (
    <Disclosure summary={t('account.merges.undo')} open={refused !== undefined}>
      <form method="post" className="mc-stack mc-stack--snug">
        <RequestId form={`tach ${merge.mergeId}`} />
        <input type="hidden" name="mergeId" value={merge.mergeId} />
        <TextField
          name="reason"
          id={undoReasonId(merge.mergeId)}
          label={t('account.merges.undo.reason')}
          value={refused?.reason ?? reason}
          problem={problem('/reason')}
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
