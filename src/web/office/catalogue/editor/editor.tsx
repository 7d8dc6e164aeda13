import type { KeyboardEvent } from 'react';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { Cell } from './cell.tsx';
import { Conflict } from './conflict.tsx';
import { Grid } from './grid.tsx';
import { gridsOf } from './grids.ts';
import { headerFields } from './header-fields.ts';
import type { Row } from './row-values.ts';
import { SavingStatus } from './saving-status.tsx';
import type { DraftEditor } from './use-draft-editor.ts';

export interface EditorProps {
  readonly editor: DraftEditor;
  /** The text the page was made with, for the plain form. */
  readonly first: Row;
  /** Nobody writes in it now. */
  readonly isClosed: boolean;
}

/**
 * The whole text to type in: fields and grids over one document, kept by itself. Without script it is a plain form
 * that `Lưu` sends.
 */
export function Editor({ editor, first, isClosed }: EditorProps) {
  const { t } = useTexts();
  const { document, change, undo, redo, canUndo, canRedo, saving } = editor;
  const { state, save, settle, version } = saving;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    const does = key === 's' ? save : key === 'y' || (key === 'z' && event.shiftKey) ? redo : undo;
    if (!['s', 'y', 'z'].includes(key)) return;
    event.preventDefault();
    void does();
  };
  return (
    <form method="post" className="mc-stack mc-editor" onKeyDown={onKeyDown}>
      <RequestId form="soan" />
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="shown" value={JSON.stringify(first)} />
      {isClosed ? null : (
        <div className="mc-editor__bar">
          <SavingStatus state={state} />
          <div className="mc-tools">
            <button type="button" className="mc-tool" disabled={!canUndo} onClick={undo}>
              {t('catalogue.edit.undo')}
            </button>
            <button type="button" className="mc-tool" disabled={!canRedo} onClick={redo}>
              {t('catalogue.edit.redo')}
            </button>
            <button
              type="submit"
              className="ds-button"
              data-variant="primary"
              onClick={(event) => {
                event.preventDefault();
                void save();
              }}
            >
              {t('catalogue.edit.save')}
            </button>
          </div>
        </div>
      )}
      {state.kind === 'conflict' ? <Conflict mine={document} other={state.other} onSettle={settle} /> : null}
      <fieldset className="mc-bare mc-stack mc-stack--loose">
        <legend className="mc-visually-hidden">{t('catalogue.edit.sections')}</legend>
        <section className="mc-stack mc-stack--snug" aria-labelledby="chung-tieu-de" id="chung">
          <h2 id="chung-tieu-de">{t('catalogue.edit.header')}</h2>
          <div className="mc-editor__fields">
            {headerFields.map((column) => (
              <div key={column.key} className="ds-field" data-kind={column.kind}>
                <label className="ds-label" data-weight="medium" htmlFor={`chung.${column.key}`}>
                  {t(column.label)}
                </label>
                <Cell
                  column={column}
                  row={document}
                  name={`chung.${column.key}`}
                  label={t(column.label)}
                  isLabelled
                  isClosed={isClosed}
                  onWrite={(name, row) => change(row, name)}
                />
              </div>
            ))}
          </div>
        </section>
        <p className="mc-subtle mc-small">{t('catalogue.edit.keys')}</p>
        {gridsOf(document).map((grid) => (
          <Grid key={grid.list} grid={grid} document={document} isClosed={isClosed} onChange={change} />
        ))}
      </fieldset>
    </form>
  );
}
