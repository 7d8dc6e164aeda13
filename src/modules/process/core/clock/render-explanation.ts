import type { RefusalParams } from '../../../../kernel/refusal.ts';
import { translate } from '../../../../texts/translate.ts';
import type { ExplanationLine } from './due.ts';

const dateShape = /^\d{4}-\d{2}-\d{2}$/;
const weekday = new Intl.DateTimeFormat('vi', { weekday: 'long', timeZone: 'UTC' });

/** The explanation as Vietnamese sentences: "Thứ Hai 23/02/2026: ngày làm việc thứ 1." */
export function renderExplanation(lines: readonly ExplanationLine[]): string[] {
  return lines.map(({ key, params }) => capitalised(translate('vi', key, rendered(params))));
}

function rendered(params: RefusalParams): RefusalParams {
  const values = Object.entries(params).map(([name, value]) => [name, renderedValue(name, value)]);
  return Object.fromEntries(values);
}

function renderedValue(name: string, value: string | number): string | number {
  if (name === 'minutes') return duration(Number(value));
  return typeof value === 'string' && dateShape.test(value) ? vietnameseDate(value) : value;
}

function duration(minutes: number): string {
  return translate('vi', 'process.duration', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** `thứ Hai 23/02/2026`; `Chủ Nhật` keeps its capital. */
function vietnameseDate(date: string): string {
  const name = weekday.format(new Date(`${date}T00:00:00Z`)).replace(/^Thứ/, 'thứ');
  return `${name} ${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toLocaleUpperCase('vi') + sentence.slice(1);
}
