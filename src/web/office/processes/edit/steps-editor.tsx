import type { Dispatch } from 'react';
import type { DraftContent, PerformerPhrase } from '../../../../modules/process/contract.ts';
import { useTexts } from '../../../ui/use-texts.ts';
import type { Edit } from './edit-state.ts';
import type { UnitChoice } from './editor-props.ts';
import { Tool } from './row-tools.tsx';
import { StepRow } from './step-row.tsx';
import { useTableKeys } from './use-table-keys.ts';

export interface StepsEditorProps {
  readonly content: DraftContent;
  readonly act: Dispatch<Edit>;
  readonly units: readonly UnitChoice[];
  readonly phrases: readonly PerformerPhrase[];
}

const columns = ['order', 'name', 'performer', 'hours', 'output', 'kind'] as const;

/** The decision's table to write in, with the keys of a spreadsheet. */
export function StepsEditor({ content, act, units, phrases }: StepsEditorProps) {
  const { t } = useTexts();
  const { rows } = content;
  const onKeyDown = useTableKeys(rows, act);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields inside
    <div onKeyDown={onKeyDown}>
      <table className="mc-table mc-steps">
        <caption className="mc-visually-hidden">{t('process.edit.caption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-align={column === 'hours' ? 'end' : undefined}>
                {t(`process.edit.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <StepRow key={row.key} row={row} at={at} rows={rows} act={act} units={units} phrases={phrases} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="mc-subtle mc-steps__empty">{t('process.edit.empty')}</p> : null}
      <div className="mc-row">
        <Tool intent="insert" text="process.edit.add" edit={{ kind: 'insert', after: undefined }} act={act} />
        {rows.length === 0 ? null : (
          <Tool intent="clear" text="process.edit.clear" edit={{ kind: 'clear' }} act={act} />
        )}
        {rows.some(({ guessed }) => guessed !== undefined) ? (
          <Tool intent="confirm" text="process.edit.confirm" edit={{ kind: 'confirm' }} act={act} />
        ) : null}
      </div>
    </div>
  );
}
