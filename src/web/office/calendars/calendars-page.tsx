import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { CalendarBrief } from '../../../modules/process/public.ts';
import { formatDate } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { appContext } from '../../context.ts';
import { orErrorPage } from '../../refusals.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/calendars-page.ts';

/** The working calendars; each opens for editing, or as the beginning of a unit's own. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  return { calendars: orErrorPage(await modules.process.listCalendars(caller)) };
}

export default function CalendarsPage({ loaderData: { calendars } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      <PageTitle title={t('calendars.title')} lead={t('calendars.lead')} />
      <DataTable
        caption={t('calendars.title')}
        columns={columnsOf(t)}
        rows={calendars}
        keyOf={({ code }) => code}
      />
      <Disclosure summary={t('calendars.new')}>
        <form method="get" action="/can-bo/lich/soan" className="mc-stack mc-stack--snug">
          <p>{t('calendars.new.body')}</p>
          <TextField name="ma" label={t('calendars.new.code')} hint={t('calendars.new.code.hint')} />
          <SelectField
            name="tu"
            label={t('calendars.new.from')}
            options={calendars.map(({ code }) => ({ value: code, label: code }))}
          />
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('calendars.new.submit')}
          </button>
        </form>
      </Disclosure>
    </div>
  );
}

function columnsOf(t: Translate): readonly Column<CalendarBrief>[] {
  return [
    {
      key: 'code',
      header: t('calendars.code'),
      isName: true,
      cell: ({ code }) => (
        <a className="mc-queue-code" href={`/can-bo/lich/${code}`}>
          {code}
        </a>
      ),
    },
    { key: 'version', header: t('calendars.version'), cell: ({ version }) => version },
    { key: 'origin', header: t('calendars.origin'), cell: ({ origin }) => t(`calendars.origin.${origin}`) },
    {
      key: 'known',
      header: t('calendars.known-until'),
      cell: ({ knownUntil }) =>
        knownUntil === undefined ? t('calendars.known-until.none') : formatDate(knownUntil as PlainDate),
    },
  ];
}
