import { type QueueChoice, queueChoice } from '../../../modules/dossiers/contract.ts';

/** Names of the filter in the address: what the form sends, what a bookmark keeps. */
const names = {
  scope: 'pham-vi',
  procedure: 'thu-tuc',
  step: 'buoc',
  unit: 'don-vi',
  channel: 'kenh',
  overdue: 'qua-han',
  sort: 'sap-xep',
  columns: 'cot',
} as const;

/** How the address asks for the queue to be shown; undefined when it says nothing of it. */
export function choiceIn(search: URLSearchParams): QueueChoice | undefined {
  if (!Object.values(names).some((name) => search.has(name))) return undefined;
  const text = (name: string) => search.get(name) || undefined;
  const columns = search.getAll(names.columns);
  const wanted = {
    scope: text(names.scope),
    procedure: text(names.procedure),
    step: text(names.step),
    unit: text(names.unit),
    channel: text(names.channel),
    overdue: search.get(names.overdue) === '1' ? true : undefined,
    sort: text(names.sort),
    columns: columns.length > 0 ? columns : undefined,
  };
  return queueChoice.safeParse(JSON.parse(JSON.stringify(wanted))).data ?? {};
}

/** The same as fields of an address or a form, one pair a value. */
export function choicePairs(choice: QueueChoice): readonly (readonly [string, string])[] {
  const { columns = [], overdue, scope, procedure, step, unit, channel, sort } = choice;
  const single = { scope, procedure, step, unit, channel, sort, overdue: overdue ? '1' : undefined };
  const pairs = Object.entries(single).flatMap(([key, value]) =>
    value === undefined ? [] : [[names[key as keyof typeof single], value] as const],
  );
  return [...pairs, ...columns.map((column) => [names.columns, column] as const)];
}

/** The query of an address that shows the queue so; `after` walks on. */
export function choiceQuery(choice: QueueChoice, after?: string): string {
  const query = new URLSearchParams(choicePairs(choice).map(([name, value]) => [name, value]));
  if (after !== undefined) query.set('sau', after);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
