import { z } from 'zod';
import { type Role, roles } from '../../../../../kernel/actor.ts';
import { dayInput } from '../../../../../kernel/day-input.ts';
import { parsePlainDate } from '../../../../../kernel/plain-date.ts';
import { searchText } from '../../../../../kernel/search-text.ts';
import { typedDate } from '../../../../../kernel/typed-date.ts';
import { emailShape, phoneShape } from '../inputs.ts';
import { loginShape } from '../login.ts';
import { type PeopleKey, peopleColumns } from './columns.ts';
import type { ColumnPlaces, TableRow } from './find-table.ts';
import type { WrongCell, WrongCellReason } from './wrong-cell.ts';

/** A row that says something: who, and which post. The unit still as it was written. */
export const peopleRow = z.object({
  row: z.int(),
  login: z.string(),
  name: z.string(),
  unit: z.string(),
  role: z.enum(roles),
  title: z.string(),
  signatureLines: z.array(z.string()),
  from: dayInput,
  lastOn: dayInput.optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
});
export type PeopleRow = z.output<typeof peopleRow>;

/** Columns whose content is not repeated where faults are told. */
const unsaid: ReadonlySet<PeopleKey> = new Set(['name', 'phone', 'email', 'lines', 'title']);

/** How a fault is told at a column of a row. */
export function wrongAt(
  places: ColumnPlaces,
  row: number,
  key: PeopleKey,
  reason: WrongCellReason,
  detail?: string,
): WrongCell {
  const { header } = peopleColumns[key];
  const column = places.get(key);
  return { row, ...(column && { column }), header, reason, ...(detail && { detail: detail.slice(0, 120) }) };
}

/** Reads one row by itself; what it says is undefined where anything of it is wrong. `roleWords` names roles as they are shown. */
export function readPeopleRow(
  { row, cells }: TableRow,
  places: ColumnPlaces,
  roleWords: ReadonlyMap<string, Role>,
): { readonly said?: PeopleRow; readonly wrong: readonly WrongCell[] } {
  const wrong: WrongCell[] = [];
  const fault = (key: PeopleKey, reason: WrongCellReason, found?: string): undefined => {
    wrong.push(wrongAt(places, row, key, reason, unsaid.has(key) ? undefined : found));
  };
  const text = (key: PeopleKey): string | undefined => {
    const cell = cells.get(key);
    if (cell?.kind === 'formula') return fault(key, 'formula');
    if (cell?.kind === 'error') return fault(key, 'cell-error');
    const { most }: { readonly most: number } = peopleColumns[key];
    // Control characters come from pasting; lines of a cell are told apart before they are closed up.
    const said =
      cell?.text
        .normalize('NFC')
        .replaceAll(/[^\P{C}\n]/gu, '')
        .trim() ?? '';
    if (cell?.kind === 'too-long' || said.length > most) return fault(key, 'too-long', String(most));
    if (said !== '') return said;
    return 'required' in peopleColumns[key] ? fault(key, 'required') : undefined;
  };
  const line = (key: PeopleKey) => text(key)?.replaceAll(/\s+/g, ' ');
  const read = <T>(
    key: PeopleKey,
    reason: WrongCellReason,
    parse: (said: string) => T | undefined,
  ): T | undefined => {
    const said = line(key);
    return said === undefined ? undefined : (parse(said) ?? fault(key, reason, said));
  };
  const date = (key: 'from' | 'lastOn') =>
    read(key, 'not-a-date', (said) => parsePlainDate(typedDate(said) ?? ''));
  const signatureLines = (text('lines') ?? '')
    .split('\n')
    .map((each) => each.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean);
  if (signatureLines.length > 4 || signatureLines.some((each) => each.length > 120))
    fault('lines', 'too-many-lines');
  const said = {
    row,
    login: read('login', 'login-malformed', (words) => loginShape.safeParse(words).data),
    name: line('name'),
    unit: line('unit'),
    role: read('role', 'unknown-role', (words) => roleWords.get(searchText(words))),
    title: line('title'),
    signatureLines,
    from: date('from'),
    lastOn: date('lastOn'),
    phone: read('phone', 'phone-malformed', (words) => phoneShape.safeParse(words).data),
    email: read('email', 'email-malformed', (words) => emailShape.safeParse(words).data),
  };
  const whole = wrong.length === 0 ? peopleRow.safeParse(said) : undefined;
  return whole?.success ? { said: whole.data, wrong } : { wrong };
}
