import { type DraftContent, type DraftRow, rowKinds } from '../../../../modules/process/contract.ts';
import { outcomes, preconditions, separable } from './detail-lists.ts';
import { beginEditing, edit, type RowChange } from './edit-state.ts';
import { choicesOfText, hoursOfText, timersWith, unitOfText } from './row-texts.ts';

const roles = ['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk'] as const;
const timerKinds = ['warn', 'escalate', 'proceed'] as const;

/** Name of a row's field in the form. */
export function fieldName(key: string, field: string): string {
  return `rows.${key}.${field}`;
}

/**
 * The draft as a form without script sends it: hidden `row` names the rows in order, each field is `rows.<key>.<field>`.
 * What the form does not show (conditions, coordinators, marks of guesses) stays. Saving judges what was typed.
 */
export function contentIn(form: FormData, before: DraftContent): DraftContent {
  const known = new Map(before.rows.map((row) => [row.key, row]));
  const keys = form.getAll('row').map(String);
  const rows = keys.map((key): DraftRow => known.get(key) ?? { key, name: '', kind: 'work' });
  const name = form.get('name');
  const codes = form.get('procedures');
  const begun: DraftContent = {
    ...before,
    ...(typeof name === 'string' ? { name: name.trim() } : {}),
    ...(typeof codes === 'string' ? { procedures: codes.match(/\d\.\d{6}/g) ?? [] } : {}),
    rows: keys.length === 0 ? before.rows : rows,
  };
  const cases = form.getAll('cases').map(String);
  const written = begun.rows.map((row) => ({ key: row.key, change: changeIn(form, row, begun.rows) }));
  return written.reduce(
    (state, { key, change }) => edit(state, { kind: 'row', key, change }),
    edit(beginEditing(begun), { kind: 'cases', cases }),
  ).content;
}

function changeIn(form: FormData, row: DraftRow, rows: readonly DraftRow[]): RowChange {
  const text = (field: string) => {
    const value = form.get(fieldName(row.key, field));
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const several = <Value extends string>(field: string, all: readonly Value[]) => {
    const chosen = form.getAll(fieldName(row.key, field));
    const found = all.filter((value) => chosen.includes(value));
    return found.length === 0 ? undefined : found;
  };
  const kind = rowKinds.find((each) => each === text('kind')) ?? row.kind;
  const unit = unitOfText(text('unit') ?? '');
  const role = roles.find((each) => each === text('role'));
  const ground = text('ground');
  const suspension =
    ground === undefined
      ? {}
      : { suspension: { ground, status: ground === 'supplement' ? (5 as const) : (6 as const) } };
  const common = {
    kind,
    name: text('name') ?? '',
    performerName: text('performerName'),
    hours: hoursOfText(text('hours') ?? '') ?? undefined,
    output: text('output'),
    together: text('together'),
    branch: text('branch'),
    citizenText: text('citizenText'),
  };
  if (kind === 'wait')
    return {
      ...common,
      performer: undefined,
      wait: { message: text('message') ?? row.wait?.message ?? row.key, ...suspension },
    };
  return {
    ...common,
    wait: undefined,
    performer: unit === undefined || role === undefined ? undefined : { ...row.performer, unit, role },
    choices: choicesOfText(text('choices') ?? '', row, rows),
    timers: timersIn(text),
    outcomes: several('outcomes', outcomes),
    preconditions: several('preconditions', preconditions),
    notBy: several(
      'notBy',
      separable(row, rows).map(({ key }) => key),
    ),
  };
}

function timersIn(text: (field: string) => string | undefined): DraftRow['timers'] {
  return timerKinds.reduce<DraftRow['timers']>(
    (sum, kind) =>
      timersWith({ key: 'x', name: '', kind: 'work', ...(sum && { timers: sum }) }, kind, text(kind) ?? ''),
    undefined,
  );
}
