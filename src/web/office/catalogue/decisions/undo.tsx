import type { Refusal } from '../../../../kernel/refusal.ts';
import type { DecisionView } from '../../../../modules/catalogue/contract.ts';
import { formatDateTime } from '../../../../texts/format.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { TextArea, useProblems } from '../../../ui/fields.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import type { Typed } from '../../typed.ts';

export interface UndoProps {
  readonly decision: Pick<DecisionView, 'version' | 'canUndo'>;
  /** The form that was sent and refused. */
  readonly refused: { readonly typed: Typed; readonly refusal: Refusal } | undefined;
}

/** Takes a decision back while its day has not come, with a reason. */
export function Undo({ decision, refused }: UndoProps) {
  const { t } = useTexts();
  const problem = useProblems(refused?.refusal);
  if (!decision.canUndo) return null;
  return (
    <Disclosure summary={t('catalogue.decision.undo')} open={refused !== undefined}>
      <form method="post" className="mc-stack mc-stack--snug">
        <p className="mc-subtle mc-small">{t('catalogue.decision.undo.lead')}</p>
        <RequestId form="hoan-tac" />
        <input type="hidden" name="intent" value="undo" />
        <input type="hidden" name="version" value={decision.version} />
        <TextArea
          name="reason"
          label={t('catalogue.decision.undo.reason')}
          rows={2}
          value={refused?.typed.reason}
          problem={problem('/reason')}
        />
        <button type="submit" className="ds-button mc-fit" data-variant="secondary">
          {t('catalogue.decision.undo.do')}
        </button>
      </form>
    </Disclosure>
  );
}

/** Tells that it was carried out once and taken back, by whom and why. */
export function Undone({ undone }: { readonly undone: DecisionView['undone'] }) {
  const { t } = useTexts();
  if (!undone) return null;
  const told = { at: formatDateTime(new Date(undone.at)), reason: undone.reason };
  return (
    <Notice tone="info">
      <p>
        {undone.by === undefined
          ? t('catalogue.decision.undone', told)
          : t('catalogue.decision.undone.by', { ...told, name: undone.by })}
      </p>
    </Notice>
  );
}
