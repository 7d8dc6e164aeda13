import type { MouseEvent } from 'react';
import type { TextKey } from '../../../../texts/catalogue.ts';
import { useTexts } from '../../../ui/use-texts.ts';
import type { Edit } from './edit-state.ts';
import type { RowProps } from './editor-props.ts';

/** Moving, adding and deleting a row by hand; without script each button sends the form. */
export function RowTools({ row, act }: RowProps) {
  const { key } = row;
  return (
    <div className="mc-row">
      <Tool
        intent={`insert:${key}`}
        text="process.edit.insert"
        edit={{ kind: 'insert', after: key }}
        act={act}
      />
      <Tool intent={`up:${key}`} text="process.edit.up" edit={{ kind: 'move', key, by: -1 }} act={act} />
      <Tool intent={`down:${key}`} text="process.edit.down" edit={{ kind: 'move', key, by: 1 }} act={act} />
      <Tool intent={`remove:${key}`} text="process.edit.remove" edit={{ kind: 'remove', key }} act={act} />
    </div>
  );
}

interface ToolProps {
  readonly intent: string;
  readonly text: TextKey;
  readonly edit: Edit;
  readonly act: RowProps['act'];
}

export function Tool({ intent, text, edit, act }: ToolProps) {
  const { t } = useTexts();
  const press = (event: MouseEvent) => {
    event.preventDefault();
    act(edit);
  };
  return (
    <button
      type="submit"
      className="ds-button"
      data-variant="tertiary"
      data-size="sm"
      name="intent"
      value={intent}
      onClick={press}
    >
      {t(text)}
    </button>
  );
}
