import type { CalendarVersionView } from '../../../modules/process/public.ts';
import type { Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** Every version saved; an earlier one is used again by way of the preview, as a new version. */
export function CalendarHistory({ history }: { readonly history: readonly CalendarVersionView[] }) {
  const { t } = useTexts();
  if (history.length === 0) return null;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="cac-ban">
      <h2 id="cac-ban">{t('calendars.history')}</h2>
      <DataTable
        caption={t('calendars.history')}
        columns={columnsOf(t, history[0]?.version)}
        rows={history}
        keyOf={({ version }) => String(version)}
      />
    </section>
  );
}

function columnsOf(t: Translate, current: number | undefined): readonly Column<CalendarVersionView>[] {
  return [
    { key: 'version', header: t('calendars.version'), isName: true, cell: ({ version }) => version },
    {
      key: 'at',
      header: t('calendars.history.at'),
      cell: ({ recordedAt }) => <DateTime at={new Date(recordedAt)} />,
    },
    {
      key: 'by',
      header: t('calendars.history.by'),
      cell: ({ by, origin }) => by ?? t(`calendars.origin.${origin}`),
    },
    { key: 'note', header: t('calendars.history.note'), cell: ({ note }) => note ?? '–' },
    {
      key: 'restore',
      header: t('calendars.history.use'),
      cell: ({ version }) =>
        version === current ? (
          <StatusTag tone="success">{t('calendars.history.current')}</StatusTag>
        ) : (
          <form method="post">
            <input type="hidden" name="restore" value={version} />
            <button type="submit" name="intent" value="restore" className="ds-button" data-variant="tertiary">
              {t('calendars.history.restore', { version })}
            </button>
          </form>
        ),
    },
  ];
}
