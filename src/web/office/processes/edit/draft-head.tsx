import { type Dispatch, type MouseEvent, useEffect, useState } from 'react';
import type { DraftContent } from '../../../../modules/process/contract.ts';
import type { DraftView } from '../../../../modules/process/public.ts';
import { formatTime } from '../../../../texts/format.ts';
import { TextArea, TextField } from '../../../ui/fields.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { DetailTicks } from './detail-fields.tsx';
import type { Edit } from './edit-state.ts';
import type { UnitChoice } from './editor-props.ts';
import type { useDraftSaving } from './use-draft-saving.ts';

export interface DraftHeadProps {
  readonly draft: Pick<DraftView, 'version' | 'savedAt' | 'savedBy'>;
  readonly content: DraftContent;
  /** Cases of the procedure, to choose those it serves. */
  readonly cases: readonly UnitChoice[];
  readonly act: Dispatch<Edit>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly saving: ReturnType<typeof useDraftSaving>;
}

const failures = {
  network: 'process.save.network',
  signedOut: 'process.save.signed-out',
  changed: 'process.save.changed',
} as const;

/** Name and procedures of the draft, whether it is kept, undoing, and pasting for browsers without script. */
export function DraftHead({ draft, content, cases, act, canUndo, canRedo, saving }: DraftHeadProps) {
  const { t } = useTexts();
  const runs = useScript();
  const { state } = saving;
  return (
    <>
      <RequestId form="process" />
      <input type="hidden" name="version" value={draft.version} />
      <div className="mc-bar">
        {runs ? (
          <>
            <Button text={t('process.edit.undo')} isOff={!canUndo} onPress={() => act({ kind: 'undo' })} />
            <Button text={t('process.edit.redo')} isOff={!canRedo} onPress={() => act({ kind: 'redo' })} />
          </>
        ) : (
          <button type="submit" className="ds-button" name="intent" value="save">
            {t('process.edit.save')}
          </button>
        )}
        <p className="mc-save" role={state.kind === 'failed' ? 'alert' : 'status'}>
          {state.kind === 'failed' ? t(failures[state.reason]) : null}
          {state.kind === 'saving' ? t('form.saving') : null}
          {state.kind === 'saved' ? t('form.saved-at', { time: formatTime(state.at) }) : null}
          {state.kind === 'idle'
            ? t('process.save.last', { time: formatTime(draft.savedAt), name: draft.savedBy })
            : null}
        </p>
      </div>
      <details className="mc-disclosure">
        <summary>{t('process.edit.head')}</summary>
        <div className="mc-disclosure__body mc-stack">
          <Written
            name="name"
            label={t('process.name')}
            value={content.name}
            onWritten={(name) => act({ kind: 'header', change: { name } })}
          />
          <Written
            name="procedures"
            label={t('process.procedures')}
            hint={t('process.procedures.hint')}
            value={content.procedures.join(', ')}
            onWritten={(text) =>
              act({ kind: 'header', change: { procedures: text.match(/\d\.\d{6}/g) ?? [] } })
            }
          />
          {cases.length < 2 ? null : (
            <DetailTicks
              id="cases"
              name="cases"
              label={t('process.cases')}
              hint={t('process.cases.hint')}
              chosen={content.cases ?? []}
              options={cases}
              onChosen={(chosen) => act({ kind: 'cases', cases: chosen })}
            />
          )}
        </div>
      </details>
      <details className="mc-disclosure">
        <summary>{t('process.paste')}</summary>
        <div className="mc-disclosure__body mc-stack">
          <p>{t(runs ? 'process.paste.how' : 'process.paste.how-plain')}</p>
          <TextArea name="pasted" label={t('process.paste.box')} rows={4} />
          {runs ? null : (
            <button type="submit" className="ds-button" data-variant="secondary" name="intent" value="paste">
              {t('process.paste.submit')}
            </button>
          )}
        </div>
      </details>
    </>
  );
}

function Written({
  onWritten,
  ...props
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onWritten: (text: string) => void;
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the change is that of the field inside
    <div
      onBlur={(event) =>
        event.target instanceof HTMLInputElement &&
        event.target.value !== props.value &&
        onWritten(event.target.value)
      }
    >
      <TextField key={props.value} {...props} />
    </div>
  );
}

function Button({
  text,
  isOff,
  onPress,
}: {
  readonly text: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}) {
  const press = (event: MouseEvent) => {
    event.preventDefault();
    onPress();
  };
  return (
    <button
      type="button"
      className="ds-button"
      data-variant="tertiary"
      data-size="sm"
      disabled={isOff}
      onClick={press}
    >
      {text}
    </button>
  );
}

/** False until the page's script runs, and for ever where none does. */
function useScript(): boolean {
  const [runs, setRuns] = useState(false);
  useEffect(() => setRuns(true), []);
  return runs;
}
