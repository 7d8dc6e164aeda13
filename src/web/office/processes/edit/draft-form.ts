import { type DraftContent, type DraftRow, draftRow } from '../../../../modules/process/contract.ts';
import { choicesOfText, hoursOfText, timersWith, unitOfText } from './row-texts.ts';

const timerKinds = ['warn', 'escalate', 'proceed'] as const;

/** Name of a row's field in the form. */
export function fieldName(key: string, field: string): string {
  return `rows.${key}.${field}`;
}

/**
 * The draft as a form without script sends it: hidden `row` names the rows in order, each field is `rows.<key>.<field>`.
 * What the form does not show (conditions, coordinators, marks of guesses) stays.
 */
export function contentIn(form: FormData, before: DraftContent): DraftContent {
  const known = new Map(before.rows.map((row) => [row.key, row]));
  const keys = form.getAll('row').map(String);
  const shown = keys.map((key): DraftRow => known.get(key) ?? { key, name: '', kind: 'work' });
  const name = form.get('name');
  const codes = form.get('procedures');
  return {
    ...before,
    ...(typeof name === 'string' ? { name: name.trim() } : {}),
    ...(typeof codes === 'string' ? { procedures: codes.match(/\d\.\d{6}/g) ?? [] } : {}),
    rows: keys.length === 0 ? before.rows : shown.map((row) => rowIn(form, row, shown)),
  };
}

function rowIn(form: FormData, row: DraftRow, rows: readonly DraftRow[]): DraftRow {
  const text = (field: string) => {
    const value = form.get(fieldName(row.key, field));
    return typeof value === 'string' ? value.trim() : undefined;
  };
  const several = (field: string) => form.getAll(fieldName(row.key, field)).map(String);
  const hours = hoursOfText(text('hours') ?? '');
  const unit = unitOfText(text('unit') ?? '');
  const role = text('role') ?? '';
  const kind = text('kind') ?? row.kind;
  const { key, guessed, coordinators } = row;
  const timers = timerKinds.reduce<DraftRow['timers']>(
    (sum, timer) =>
      timersWith({ key, name: '', kind: 'work', ...(sum && { timers: sum }) }, timer, text(timer) ?? ''),
    undefined,
  );
  const ground = text('ground') ?? '';
  const written = {
    key,
    ...given({
      timers,
      guessed,
      coordinators,
      name: text('name'),
      kind,
      performerName: text('performerName'),
      hours: hours ?? undefined,
      output: text('output'),
      together: text('together'),
      branch: text('branch'),
      citizenText: text('citizenText'),
      performer:
        unit !== undefined && role !== '' && kind !== 'wait' ? { ...row.performer, unit, role } : undefined,
      choices: choicesOfText(text('choices') ?? '', row, rows),
      preconditions: several('preconditions'),
      outcomes: several('outcomes'),
      wait:
        kind === 'wait'
          ? {
              message: text('message') || row.wait?.message || row.key,
              ...(ground === '' ? {} : { suspension: { ground, status: text('status') === '5' ? 5 : 6 } }),
            }
          : undefined,
    }),
  };
  const parsed = draftRow.safeParse(written);
  return parsed.success ? parsed.data : { ...row, ...given({ name: text('name') }) };
}

/** Only what says something: empty texts and lists are absent fields. */
function given(fields: Readonly<Record<string, unknown>>) {
  const told = Object.entries(fields).filter(
    ([field, value]) =>
      value !== undefined &&
      (value !== '' || field === 'name') &&
      !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(told);
}
