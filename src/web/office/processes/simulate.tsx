import { plainDateOf } from '../../../kernel/plain-date.ts';
import { formatDateTime, formatTime } from '../../../texts/format.ts';
import { appContext } from '../../context.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import type { Route } from './+types/simulate.ts';
import { DraftFrame } from './draft-frame.tsx';
import { hoursText } from './edit/row-texts.ts';
import { loadDraft } from './load-draft.ts';

/** One run of the draft: `?ngay=&gio=` when it is taken in, `?cho.<key>=` days a wait lasts, `?re.<key>=` the way taken. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const loaded = await loadDraft(app, params.draftId);
  const { searchParams } = new URL(request.url);
  const day = searchParams.get('ngay') ?? plainDateOf(app.caller.now);
  const time = searchParams.get('gio') ?? formatTime(app.caller.now);
  const calendar = searchParams.get('lich') ?? 'tay-ninh';
  const startAt = new Date(`${day}T${time}:00+07:00`);
  const asked = { day, time, calendar, calendars: calendarsOf(app), query: Object.fromEntries(searchParams) };
  if (Number.isNaN(startAt.getTime())) return { ...loaded, ...asked, run: undefined, isWrongStart: true };
  const choices = named(searchParams, 're.');
  const days = Object.entries(named(searchParams, 'cho.')).map(
    ([key, text]) => [key, Number(text.replace(',', '.')) * 8] as const,
  );
  const waits = Object.fromEntries(days.filter(([, hours]) => hours >= 0 && hours <= 5000));
  const { rule } = loaded;
  const run = await app.modules.process.editing.simulate(app.caller, {
    draftId: params.draftId,
    startAt,
    calendar,
    waits,
    choices,
    rule,
  });
  return { ...loaded, ...asked, run: run.ok ? run.value : undefined, isWrongStart: false };
}

function calendarsOf({ modules, caller }: Parameters<typeof loadDraft>[0]): readonly string[] {
  const units = modules.identity.units.unitsOn(plainDateOf(caller.now));
  return [...new Set(['tay-ninh', ...units.flatMap(({ officeHours }) => officeHours ?? [])])];
}

function named(search: URLSearchParams, prefix: string): Readonly<Record<string, string>> {
  const found = [...search].filter(([name, value]) => name.startsWith(prefix) && value !== '');
  return Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), value]));
}

export default function SimulateProcess({ loaderData }: Route.ComponentProps) {
  const { draft, procedureName, day, time, calendar, calendars, query, run, isWrongStart } = loaderData;
  const { t } = useTexts();
  const { rows } = draft.content;
  return (
    <DraftFrame draft={draft} procedureName={procedureName} current="mo-phong">
      <div className="mc-stack">
        <form method="get" className="mc-filter mc-filter--run">
          <TextField
            name="ngay"
            type="date"
            label={t('process.simulate.start')}
            value={day}
            problem={isWrongStart ? t('process.simulate.start-invalid') : undefined}
          />
          <TextField name="gio" label={t('process.simulate.at')} value={time} />
          <SelectField
            name="lich"
            label={t('process.simulate.calendar')}
            value={calendar}
            options={calendars.map((code) => ({ value: code, label: code }))}
          />
          {rows.flatMap((row) =>
            row.kind === 'wait'
              ? [
                  <TextField
                    key={row.key}
                    name={`cho.${row.key}`}
                    inputMode="numeric"
                    label={t('process.simulate.wait', { name: row.name })}
                    value={query[`cho.${row.key}`] ?? hoursText((row.hours ?? 40) / 8)}
                  />,
                ]
              : row.choices === undefined
                ? []
                : [
                    <SelectField
                      key={row.key}
                      name={`re.${row.key}`}
                      label={t('process.simulate.choice', { name: row.name })}
                      value={query[`re.${row.key}`]}
                      options={row.choices.map(({ key, label }) => ({ value: key, label }))}
                    />,
                  ],
          )}
          <button type="submit" className="ds-button" data-variant="secondary">
            {t('process.simulate.submit')}
          </button>
        </form>
        {run === undefined ? (
          <Notice tone="warning">
            <p>{t('process.simulate.errors')}</p>
          </Notice>
        ) : (
          <Run {...run} />
        )}
      </div>
    </DraftFrame>
  );
}

type RunProps = NonNullable<Route.ComponentProps['loaderData']['run']>;

function Run({ steps, endAt, limitAt }: RunProps) {
  const { t } = useTexts();
  return (
    <>
      <output className="mc-sum">
        {endAt === undefined ? (
          <StatusTag tone="danger">{t('process.simulate.stuck')}</StatusTag>
        ) : (
          <strong>{t('process.simulate.end', { end: formatDateTime(endAt) })}</strong>
        )}
        <span>
          {limitAt === undefined
            ? t('process.simulate.no-limit')
            : t('process.simulate.limit', { due: formatDateTime(limitAt) })}
        </span>
        {endAt === undefined || limitAt === undefined ? null : endAt <= limitAt ? (
          <StatusTag tone="success">{t('process.simulate.in-time')}</StatusTag>
        ) : (
          <StatusTag tone="danger">{t('process.simulate.late')}</StatusTag>
        )}
      </output>
      <DataTable
        caption={t('process.simulate.caption')}
        rows={steps.slice(0, 100).map((line, at) => ({ line, at }))}
        keyOf={({ line, at }) => `${line.step.key} ${at}`}
        columns={[
          {
            key: 'step',
            header: t('process.simulate.step'),
            isName: true,
            cell: ({ line }) => line.step.name,
          },
          {
            key: 'opens',
            header: t('process.simulate.opens'),
            cell: ({ line }) => formatDateTime(line.opensAt),
          },
          { key: 'due', header: t('process.simulate.due'), cell: ({ line }) => formatDateTime(line.dueAt) },
          { key: 'how', header: t('process.simulate.how'), cell: ({ line }) => <How line={line} /> },
        ]}
      />
    </>
  );
}

function How({ line }: { readonly line: RunProps['steps'][number] }) {
  const { t } = useTexts();
  const { step, hours, explanation } = line;
  if (step.kind === 'wait') {
    const key =
      step.wait.suspension === undefined ? 'process.simulate.waits-running' : 'process.simulate.waits';
    return <>{t(key, { hours: hoursText(hours) })}</>;
  }
  if (hours === 0) return <>{t('process.simulate.at-once')}</>;
  return (
    <details>
      <summary>{t('process.simulate.hours', { hours: hoursText(hours) })}</summary>
      {explanation.map((sentence) => (
        <p key={sentence} className="mc-small">
          {sentence}
        </p>
      ))}
    </details>
  );
}
