import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import type { CalendarPreview, MovedForecast } from '../../../modules/dossiers/contract.ts';
import type { CalendarDefinition } from '../../../modules/process/public.ts';
import { formatDate, formatWorkingTime } from '../../../texts/format.ts';
import { hasText, type Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface CalendarPreviewProps {
  readonly preview: CalendarPreview;
  readonly definition: CalendarDefinition;
  readonly version: number;
  readonly note: string | undefined;
  readonly refusal: Refusal | undefined;
}

/** What open forecasts would become, before anything is saved; and the button that saves exactly this. */
export function CalendarPreviewPanel({ preview, definition, version, note, refusal }: CalendarPreviewProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const json = JSON.stringify(definition);
  return (
    <section className="mc-panel mc-panel--gold mc-stack mc-stack--snug" aria-labelledby="xem-truoc">
      <h2 id="xem-truoc">{t('calendars.preview.title')}</h2>
      <p>
        {preview.moved === 0
          ? t('calendars.preview.none', { open: preview.open })
          : t('calendars.preview.moved', {
              moved: preview.moved,
              open: preview.open,
              earlier: preview.earlier,
            })}
      </p>
      <p>
        <strong>{t('calendars.preview.promises')}</strong>
      </p>
      {preview.notEightHours.length === 0 ? null : (
        <StatusTag tone="warning">
          {t('calendars.preview.not-eight', {
            days: preview.notEightHours.map((day) => dayText(day, t)).join('; '),
          })}
        </StatusTag>
      )}
      {preview.rows.length === 0 ? null : (
        <DataTable
          caption={t('calendars.preview.caption')}
          columns={columnsOf(t)}
          rows={preview.rows}
          keyOf={({ dossierId }) => dossierId}
        />
      )}
      {preview.next === undefined ? null : (
        <form method="post">
          <input type="hidden" name="definition" value={json} />
          <input type="hidden" name="after" value={preview.next} />
          <button type="submit" name="intent" value="more" className="ds-button" data-variant="tertiary">
            {t('calendars.preview.more')}
          </button>
        </form>
      )}
      <form method="post" className="mc-stack mc-stack--snug">
        <RequestId form={`calendar ${version} ${json.length}`} />
        <input type="hidden" name="definition" value={json} />
        <input type="hidden" name="expectedVersion" value={version} />
        <TextField
          name="note"
          label={t('calendars.note')}
          hint={t('calendars.note.hint')}
          value={note}
          problem={problem('/note')}
        />
        <div>
          <button type="submit" name="intent" value="save" className="ds-button" data-variant="primary">
            {t('calendars.save')}
          </button>
        </div>
      </form>
    </section>
  );
}

function dayText({ day, minutes }: CalendarPreview['notEightHours'][number], t: Translate): string {
  const key = `calendars.weekday.${day}`;
  const name = hasText(key) ? t(key) : formatDate(day as PlainDate);
  const hours = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return t('calendars.preview.day', { day: name, time: minutes < 480 ? formatWorkingTime(minutes) : hours });
}

function columnsOf(t: Translate): readonly Column<MovedForecast>[] {
  return [
    { key: 'code', header: t('calendars.preview.code'), isName: true, cell: ({ code }) => code },
    {
      key: 'procedure',
      header: t('calendars.preview.procedure'),
      cell: ({ procedureName }) => procedureName,
    },
    {
      key: 'before',
      header: t('calendars.preview.before'),
      cell: ({ before }) => <DateTime at={new Date(before)} />,
    },
    {
      key: 'after',
      header: t('calendars.preview.after'),
      cell: ({ after }) => <DateTime at={new Date(after)} />,
    },
  ];
}
