import { type DraftPerformer, type DraftRow, readHours } from '../../../../modules/process/contract.ts';
import { formatNumber } from '../../../../texts/format.ts';

/** A unit as a list of choices names it: `oneStop`, `competent`, `section:economy`, `agency:thue-tay-ninh`. */
export function unitText(unit: DraftPerformer['unit']): string {
  if (typeof unit === 'string') return unit;
  return 'section' in unit ? `section:${unit.section}` : `agency:${unit.agency}`;
}

/** The unit behind such a text; undefined for anything else. */
export function unitOfText(text: string): DraftPerformer['unit'] | undefined {
  if (text === 'oneStop' || text === 'competent') return text;
  const [, kind, code] = /^(section|agency):([a-z0-9.-]+)$/.exec(text) ?? [];
  if (kind === undefined || code === undefined) return undefined;
  return kind === 'section' ? { section: code } : { agency: code };
}

/** Hours as the table shows them: `0,5`; empty while unknown. */
export function hoursText(hours: number | undefined): string {
  return hours === undefined ? '' : formatNumber(hours).replace('.', '');
}

/** Hours as people type them, days too (`2 ngày`); undefined when empty, null when it is no time. */
export function hoursOfText(text: string): number | undefined | null {
  if (text.trim() === '') return undefined;
  return readHours(text).hours ?? null;
}

/**
 * Ways on as lines, `Đủ điều kiện → 5` or `Không đủ → hết`: the label, and the number of the row it leads to. A line
 * without an arrow leads to what follows.
 */
export function choicesText(row: DraftRow, rows: readonly DraftRow[]): string {
  return (row.choices ?? [])
    .map(({ label, to }) => {
      if (to === undefined) return label;
      const number = rows.findIndex(({ key }) => key === to) + 1;
      return `${label} → ${to === 'end' || number === 0 ? 'hết' : number}`;
    })
    .join('\n');
}

/** The ways on behind such lines; keys of ways whose label stayed are kept, and so are their conditions. */
export function choicesOfText(text: string, row: DraftRow, rows: readonly DraftRow[]): DraftRow['choices'] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return undefined;
  return lines.slice(0, 10).map((line, at) => {
    const [label = '', target = ''] = line.split(/\s*(?:→|->|=>)\s*/);
    const known = row.choices?.find((choice) => choice.label === label);
    const to = /^(hết|end|kết thúc)$/i.test(target) ? 'end' : rows[Number(target) - 1]?.key;
    return {
      key: known?.key ?? `cach-${at + 1}`,
      label,
      ...(to === undefined ? {} : { to }),
      ...(known?.when === undefined ? {} : { when: known.when }),
    };
  });
}

export type TimerKind = 'warn' | 'escalate' | 'proceed';

/** The amount of a row's timer as its box shows it: percent of the time, hours before it is due, hours after it opened. */
export function timerText(row: DraftRow, kind: TimerKind): string {
  const at = row.timers?.find((timer) => timer.kind === kind)?.at;
  if (at === undefined) return '';
  if ('share' in at) return hoursText(at.share * 100);
  return hoursText('hours' in at ? at.hours : at.beforeDue);
}

/** The row's timers with this one set, or taken away where the text is no number. */
export function timersWith(row: DraftRow, kind: TimerKind, text: string): DraftRow['timers'] {
  const others = (row.timers ?? []).filter((timer) => timer.kind !== kind);
  const amount = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !(amount > 0)) return others.length === 0 ? undefined : others;
  const at =
    kind === 'warn'
      ? { share: Math.min(amount, 100) / 100 }
      : kind === 'escalate'
        ? { beforeDue: amount }
        : { hours: amount };
  return [...others, { key: kind, kind, at }];
}

/** The marks of guesses with this one set or taken away; none is an absent field. */
export function marks(
  row: DraftRow,
  mark: 'kind' | 'performer' | 'hours',
  isSet: boolean,
): DraftRow['guessed'] {
  const others = (row.guessed ?? []).filter((each) => each !== mark);
  const all = isSet ? [...others, mark] : others;
  return all.length === 0 ? undefined : all;
}
