import { data, redirect } from 'react-router';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { calendarText } from '../../../modules/process/contract.ts';
import type { CalendarDefinition } from '../../../modules/process/public.ts';
import { appContext, commandOf, type RequestApp } from '../../context.ts';
import { orErrorPage, refusedPage } from '../../refusals.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireOfficer } from '../require-officer.ts';
import { textIn, typedOf } from '../typed.ts';
import type { Route } from './+types/calendar-page.ts';
import { CalendarForm } from './calendar-form.tsx';
import { CalendarHistory } from './calendar-history.tsx';
import { CalendarPreviewPanel } from './calendar-preview.tsx';
import { readCalendarForm } from './read-calendar-form.ts';

/** One calendar: its week, the days of one year (`?nam=`), its versions. `?tu=` begins a new one from another. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  requireOfficer(caller, request);
  const { searchParams } = new URL(request.url);
  const history = orErrorPage(await modules.process.calendarHistory(caller, params.code));
  const from = searchParams.get('tu');
  const beginning =
    history[0] ?? (from === null ? [] : orErrorPage(await modules.process.calendarHistory(caller, from)))[0];
  if (!beginning) throw data(null, { status: 404 });
  const year = searchParams.get('nam') ?? plainDateOf(caller.now).slice(0, 4);
  const saved = searchParams.get('xong')?.split('-').map(Number);
  return {
    code: params.code,
    version: history[0]?.version ?? 0,
    definition: beginning.definition,
    history,
    year: /^\d{4}$/.test(year) ? year : plainDateOf(caller.now).slice(0, 4),
    saved: saved?.length === 3 && saved.every(Number.isSafeInteger) ? saved : undefined,
  };
}

/** `preview` reads the form and shows what would change, `restore` an earlier version, `save` writes what was shown. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(appContext);
  requireOfficer(app.caller, request);
  const form = await request.formData();
  const draft = await draftOf(app, params.code, form);
  const typed = typedOf(form);
  const pending = draft.ok ? draft.value : undefined;
  if (!draft.ok) return refusedPage(draft.refusal, { typed, pending, preview: undefined });
  const input = { calendar: params.code, definition: draft.value };
  if (form.get('intent') === 'save') {
    const saved = await app.modules.dossiers.commands.changeCalendar(commandOf(app, form), {
      ...input,
      expectedVersion: Number(textIn(form, 'expectedVersion')),
      note: textIn(form, 'note') ?? '',
    });
    if (saved.ok) {
      const { version, forecasts, steps } = saved.value;
      return redirect(`/can-bo/lich/${params.code}?xong=${version}-${forecasts}-${steps}`);
    }
    const again = await app.modules.dossiers.queries.previewCalendar(app.caller, input);
    return refusedPage(saved.refusal, { typed, pending, preview: again.ok ? again.value : undefined });
  }
  const after = textIn(form, 'after');
  const preview = await app.modules.dossiers.queries.previewCalendar(app.caller, input, after);
  if (!preview.ok) return refusedPage(preview.refusal, { typed, pending, preview: undefined });
  return { refusal: undefined, typed, pending, preview: preview.value };
}

/** The calendar a form is about: that of the fields, of an earlier version, or the one previewed before. */
async function draftOf(app: RequestApp, code: string, form: FormData): Promise<Result<CalendarDefinition>> {
  const earlier = textIn(form, 'restore');
  const sent = textIn(form, 'definition');
  if (earlier === undefined && sent !== undefined && form.get('intent') !== 'preview') return parsed(sent);
  const history = await app.modules.process.calendarHistory(app.caller, code);
  if (!history.ok) return history;
  if (earlier !== undefined) {
    const version = history.value.find((each) => String(each.version) === earlier);
    return version
      ? { ok: true, value: version.definition }
      : refuse('not-found', 'process.calendar-changed');
  }
  const base = sent === undefined ? undefined : parsed(sent);
  if (base && !base.ok) return base;
  const definition = base?.value ?? history.value[0]?.definition;
  if (!definition) return refuse('not-found', 'process.calendar-changed');
  return { ok: true, value: readCalendarForm(form, definition, textIn(form, 'year') ?? '') };
}

/** What the page itself wrote into its hidden field; the query and the command check it again. */
function parsed(text: string): Result<CalendarDefinition> {
  const read = calendarText.safeParse(text);
  return read.success ? { ok: true, value: read.data } : refuse('invalid', 'process.calendar-changed');
}

export default function CalendarPage({ loaderData, actionData }: Route.ComponentProps) {
  const { code, version, definition, history, year, saved } = loaderData;
  const { t } = useTexts();
  const refusal = actionData?.refusal;
  const shown = actionData?.pending ?? definition;
  return (
    <div className="mc-stack mc-stack--loose">
      <PageTitle
        title={t('calendars.edit.title', { code })}
        lead={version === 0 ? t('calendars.edit.lead.new') : t('calendars.edit.lead', { version })}
        back={{ href: '/can-bo/lich', text: t('calendars.title') }}
      />
      {saved === undefined || actionData !== undefined ? null : (
        <Notice
          tone="success"
          announced
          title={t('calendars.saved', {
            version: saved[0] ?? 0,
            forecasts: saved[1] ?? 0,
            steps: saved[2] ?? 0,
          })}
        />
      )}
      <ErrorSummary refusal={refusal} idOf={fieldIdOf} />
      {actionData?.preview === undefined ? null : (
        <CalendarPreviewPanel
          preview={actionData.preview}
          definition={shown}
          version={version}
          note={noteOf(
            actionData.typed,
            t('calendars.restored-note', { version: actionData.typed.restore ?? '' }),
          )}
          refusal={refusal}
        />
      )}
      <CalendarForm definition={shown} base={definition} year={year} refusal={refusal} />
      <CalendarHistory history={history} />
    </div>
  );
}

/** What was typed as the reason; restoring an earlier version says so by itself. */
function noteOf(typed: Readonly<Record<string, string>>, restored: string): string | undefined {
  return typed.note ?? (typed.restore === undefined ? undefined : restored);
}

/** `/hours/6/0` is the field of Saturday, `/off/3` the fourth row of days off. */
function fieldIdOf(pointer: string): string {
  const [, list = '', row = '', ...rest] = pointer.replace(/^\/definition/, '').split('/');
  if (list === 'laterHours') return rest[0] === 'hours' ? `hours.${rest[1] ?? '1'}` : 'hoursFrom';
  return row === '' ? list : `${list}.${row}`;
}
