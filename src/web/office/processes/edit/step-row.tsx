import { type DraftRow, readPerformer, rowKinds } from '../../../../modules/process/contract.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { Cell } from './cell.tsx';
import { fieldName } from './draft-form.ts';
import type { RowChange } from './edit-state.ts';
import type { RowProps } from './editor-props.ts';
import { PerformerLine } from './performer-line.tsx';
import { RowDetails } from './row-details.tsx';
import { hoursOfText, hoursText, marks } from './row-texts.ts';

/** One step of the table: the decision's columns to write in, and a fold with everything else. */
export function StepRow(props: RowProps) {
  const { row, at, act } = props;
  const { t } = useTexts();
  const change = (what: RowChange) => act({ kind: 'row', key: row.key, change: what });
  const of = (field: string) => ({ id: `${row.key}.${field}`, name: fieldName(row.key, field) });
  const label = (field: 'name' | 'performer' | 'hours' | 'output' | 'kind') =>
    `${t(`process.edit.column.${field}`)}, ${t('process.edit.row', { row: at + 1 })}`;
  return (
    <tr id={`dong-${at + 1}`} data-row={row.key} data-together={row.together === undefined ? undefined : ''}>
      <th scope="row" className="mc-steps__number">
        <input type="hidden" name="row" value={row.key} />
        {at + 1}
        {row.together === undefined ? null : (
          <span className="mc-steps__beside" title={t('process.edit.together')}>
            <Icon name="copy" />
            <span className="mc-visually-hidden">{t('process.edit.together')}</span>
          </span>
        )}
      </th>
      <td data-label={t('process.edit.column.name')}>
        <Cell
          {...of('name')}
          label={label('name')}
          value={row.name}
          isWide
          isLive
          onWritten={(name) => change({ name })}
        />
        <RowDetails {...props} />
      </td>
      <td data-label={t('process.edit.column.performer')}>
        <Cell
          {...of('performerName')}
          label={label('performer')}
          value={row.performerName ?? ''}
          isWide
          onWritten={(text) => change(performerOf(props, text))}
        />
        <PerformerLine {...props} />
      </td>
      <td data-label={t('process.edit.column.hours')} data-align="end">
        <Cell
          {...of('hours')}
          label={label('hours')}
          value={hoursText(row.hours)}
          isNumber
          isWrong={row.hours === undefined && row.kind !== 'wait'}
          onWritten={(text) => change(hoursChange(row, text))}
        />
        {row.guessed?.includes('hours') === true ? <Guessed /> : null}
      </td>
      <td data-label={t('process.edit.column.output')}>
        <Cell
          {...of('output')}
          label={label('output')}
          value={row.output ?? ''}
          isWide
          onWritten={(output) => change({ output: output === '' ? undefined : output })}
        />
      </td>
      <td data-label={t('process.edit.column.kind')}>
        <select
          className="mc-cell"
          {...of('kind')}
          aria-label={label('kind')}
          data-cell=""
          value={row.kind}
          onChange={(event) => change(kindChange(row, event.currentTarget.value))}
        >
          {rowKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`process.edit.kind.${kind}`)}
            </option>
          ))}
        </select>
        {row.guessed?.includes('kind') === true ? <Guessed /> : null}
      </td>
    </tr>
  );
}

function Guessed() {
  const { t } = useTexts();
  return <span className="mc-guess">{t('process.edit.guessed')}</span>;
}

/** The words of the decision, and who that is where the dictionary knows it and nobody has said otherwise. */
function performerOf({ row, phrases }: RowProps, text: string): RowChange {
  const performerName = text.trim() === '' ? undefined : text.trim();
  const isOpen = row.performer === undefined || row.guessed?.includes('performer') === true;
  const read = readPerformer(phrases, text);
  if (!isOpen || row.kind === 'wait') return { performerName };
  if (read.kind !== 'performer') return { performerName, performer: undefined };
  return { performerName, performer: read.performer, guessed: marks(row, 'performer', true) };
}

function hoursChange(row: DraftRow, text: string): RowChange {
  const hours = hoursOfText(text);
  return { hours: hours ?? undefined, guessed: marks(row, 'hours', false) };
}

function kindChange(row: DraftRow, value: string): RowChange {
  const kind = rowKinds.find((each) => each === value) ?? row.kind;
  const guessed = marks(row, 'kind', false);
  if (kind !== 'wait') return { kind, guessed, wait: undefined };
  return { kind, guessed, performer: undefined, wait: row.wait ?? { message: row.key } };
}
