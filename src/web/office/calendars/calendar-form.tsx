import type { Refusal } from '../../../kernel/refusal.ts';
import type { CalendarDefinition } from '../../../modules/process/public.ts';
import { formatDate } from '../../../texts/format.ts';
import { TextField, useProblems } from '../../ui/fields.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { hoursText, latestWeek, weekdays } from './read-calendar-form.ts';

export interface CalendarFormProps {
  readonly definition: CalendarDefinition;
  /** As it is saved: what the form's own days and hours are put into. */
  readonly base: CalendarDefinition;
  readonly year: string;
  readonly refusal: Refusal | undefined;
}

/** Empty rows to write new days into. */
const spare = 3;

/** The week, the days off and made up of one year, and until when they are decided. Sends to a preview, never at once. */
export function CalendarForm({ definition, base, year, refusal }: CalendarFormProps) {
  const { t } = useTexts();
  const problem = useProblems(refusal);
  const week = latestWeek(definition);
  const later = base.laterHours?.at(-1);
  const off = definition.off.filter(({ date }) => date.startsWith(year));
  const makeUp = definition.makeUp.filter(({ date }) => date.startsWith(year));
  return (
    <>
      <form method="get" className="mc-inline-form">
        <TextField name="nam" label={t('calendars.year')} value={year} inputMode="numeric" isCount />
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('calendars.year.show')}
        </button>
      </form>
      <form method="post" className="mc-stack" aria-label={t('calendars.preview.submit')}>
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="definition" value={JSON.stringify(base)} />
        <fieldset className="mc-fieldset mc-stack mc-stack--snug">
          <legend>{t('calendars.hours')}</legend>
          <p className="mc-small mc-subtle">{t('calendars.hours.hint')}</p>
          {later === undefined ? null : (
            <p className="mc-small">{t('calendars.hours.later', { from: formatDate(later.from) })}</p>
          )}
          <div className="mc-field-grid">
            {weekdays.map((day) => (
              <TextField
                key={day}
                name={`hours.${day}`}
                label={t(`calendars.weekday.${day}`)}
                value={hoursText(week[day])}
                problem={hoursProblem(refusal, problem, day)}
              />
            ))}
          </div>
          <TextField
            name="hoursFrom"
            type="date"
            label={t('calendars.hours.from')}
            hint={t('calendars.hours.from.hint')}
            isOptional
          />
        </fieldset>
        <fieldset className="mc-fieldset mc-stack mc-stack--snug">
          <legend>{t('calendars.off', { year })}</legend>
          <p className="mc-small mc-subtle">{t('calendars.off.hint')}</p>
          <Rows list="off" rows={off.map(({ date, name }) => ({ date, more: name }))} problem={problem} />
        </fieldset>
        <fieldset className="mc-fieldset mc-stack mc-stack--snug">
          <legend>{t('calendars.make-up', { year })}</legend>
          <p className="mc-small mc-subtle">{t('calendars.make-up.hint')}</p>
          <Rows
            list="makeUp"
            rows={makeUp.map(({ date, hours }) => ({ date, more: hours && hoursText(hours) }))}
            problem={problem}
          />
        </fieldset>
        <TextField
          name="knownUntil"
          type="date"
          label={t('calendars.known')}
          hint={t('calendars.known.hint')}
          value={definition.knownUntil}
          problem={problem('/knownUntil')}
        />
        <div>
          <button type="submit" name="intent" value="preview" className="ds-button" data-variant="primary">
            {t('calendars.preview.submit')}
          </button>
        </div>
      </form>
    </>
  );
}

interface RowsProps {
  readonly list: 'off' | 'makeUp';
  readonly rows: readonly { readonly date: string; readonly more?: string | undefined }[];
  readonly problem: (pointer: string) => string | undefined;
}

function Rows({ list, rows, problem }: RowsProps) {
  const { t } = useTexts();
  const all = [...rows, ...Array.from({ length: spare }, () => ({ date: '', more: undefined }))];
  const texts =
    list === 'off'
      ? (['calendars.off.date', 'calendars.off.name'] as const)
      : (['calendars.make-up.date', 'calendars.make-up.hours'] as const);
  return all.map((row, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
    <div key={at} className="mc-field-row">
      <TextField
        name={`${list}.date`}
        id={`${list}.${at}`}
        type="date"
        label={t(texts[0], { row: at + 1 })}
        value={row.date}
        problem={problem(`/${list}/${at}`) ?? problem(`/${list}/${at}/hours/0`)}
      />
      <TextField
        name={`${list}.more`}
        id={`${list}.${at}.more`}
        label={t(texts[1], { row: at + 1 })}
        value={row.more}
      />
    </div>
  ));
}

/** Which span of the day is wrong is seen in the field: the first problem of the day is told. */
function hoursProblem(
  refusal: Refusal | undefined,
  problem: RowsProps['problem'],
  day: string,
): string | undefined {
  const field = refusal?.fields?.find(({ pointer }) =>
    new RegExp(`^(/laterHours/\\d+)?/hours/${day}/`).test(pointer),
  );
  return field && problem(field.pointer);
}
