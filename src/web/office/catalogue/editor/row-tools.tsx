import { useTexts } from '../../../ui/use-texts.ts';
import type { RowVerb } from './change-rows.ts';
import type { Grid } from './grids.ts';

export interface RowToolsProps {
  readonly grid: Grid;
  readonly active: number | undefined;
  readonly count: number;
  readonly onVerb: (verb: RowVerb) => void;
}

const onRow = ['insert', 'duplicate', 'up', 'down', 'remove'] as const;

/** Adding a row, and what can be done with the one the cursor is in. Without script adding sends the form. */
export function RowTools({ grid, active, count, onVerb }: RowToolsProps) {
  const { t } = useTexts();
  const hasRow = active !== undefined && active < count;
  return (
    <fieldset className="mc-bare mc-tools">
      <legend className="mc-visually-hidden">{t('catalogue.edit.row.tools', { list: t(grid.title) })}</legend>
      {onRow.map((verb) => (
        <button
          key={verb}
          type="button"
          className="mc-tool"
          disabled={!hasRow}
          // The field keeps the cursor, so that the row stays the one meant.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onVerb(verb)}
        >
          {t(`catalogue.edit.row.${verb}`)}
        </button>
      ))}
      <button
        type="submit"
        name="row"
        value={`add:${grid.list}`}
        className="mc-tool"
        onClick={(event) => {
          event.preventDefault();
          onVerb('add');
        }}
      >
        {t('catalogue.edit.row.add')}
      </button>
    </fieldset>
  );
}
