import { z } from 'zod';
import { parsePlainDate } from '../../../../kernel/plain-date.ts';
import { formatDate, formatMoney } from '../../../../texts/format.ts';
import { hasText, type TextParams, translate } from '../../../../texts/translate.ts';
import { feeReduction, timeRule } from '../content.ts';
import { feeRule } from '../fee-rule.ts';
import type { Entry } from './parts.ts';

/** Names of cases by their keys. */
export type CaseNames = ReadonlyMap<string, string>;

/** What a value says, in Vietnamese, as a decision writes it: `05 ngày làm việc`, `nộp`, `8.000 đ`. */
export function sayValue(field: string, value: unknown, cases: CaseNames): string {
  if (typeof value === 'boolean') return say(value ? 'difference.yes' : 'difference.no');
  if (typeof value === 'number') return padded(value);
  if (typeof value === 'string') return sayWord(field, value);
  if (Array.isArray(value)) return sayList(field, value, cases);
  return sayShape(field, value);
}

/** A text of this area whose key is known only here; a word of the law without a text stands for itself. */
export function say(key: string, params: TextParams = {}): string {
  return hasText(key) ? translate('vi', key, params) : (key.split('.').at(-1) ?? key);
}

/** Two digits, as dates and limits are written: `05`. */
function padded(value: number): string {
  return Number.isInteger(value) ? String(value).padStart(2, '0') : String(value).replace('.', ',');
}

const worded = new Set(['mode', 'certainty', 'type', 'change']);

function sayWord(field: string, value: string): string {
  if (worded.has(field)) return say(`difference.${field}.${value}`);
  if (field === 'serviceLevel') return say(`procedures.service.${value}`).toLocaleLowerCase('vi');
  if (field === 'supplementEffect') return say(`difference.supplement.${value}`);
  const day = parsePlainDate(value);
  return day ? formatDate(day) : `“${value}”`;
}

const option = z.object({ text: z.string() });
const pair = z.object({ question: z.string(), in: z.array(z.string()) });

function sayList(field: string, values: readonly unknown[], cases: CaseNames): string {
  return values.map((value) => sayItem(field, value, cases)).join('; ');
}

function sayItem(field: string, value: unknown, cases: CaseNames): string {
  if (typeof value === 'string') {
    if (field === 'cases') return `“${cases.get(value) ?? value}”`;
    if (field === 'channels') return say(`difference.channel.${value}`);
    if (field === 'levels') return say(`procedures.level.${value}`).toLocaleLowerCase('vi');
    return `“${value}”`;
  }
  const reduction = feeReduction.safeParse(value);
  if (reduction.success) {
    const { name, rule } = reduction.data;
    const params = {
      name,
      percent: rule.kind === 'percent' ? rule.percent : 0,
      amount: rule.kind === 'amount' ? formatMoney(rule.amount) : '',
    };
    return say(`difference.reduction.${rule.kind}`, params);
  }
  const choice = option.safeParse(value);
  if (choice.success) return `“${choice.data.text}”`;
  const condition = pair.safeParse(value);
  return condition.success
    ? `${condition.data.question}: ${condition.data.in.join(', ')}`
    : JSON.stringify(value);
}

const routing = z.object({ kind: z.enum(['here', 'ministry', 'mirrored']), system: z.string().optional() });
const agency = z.object({
  name: z.string().optional(),
  rule: z.object({ kind: z.string(), place: z.string().optional(), unitKey: z.string().optional() }),
});
const post = z.object({ intake: z.boolean(), return: z.boolean() });
const interconnection = z.object({ kind: z.string(), name: z.string().optional() });
const form = z.object({ name: z.string(), electronic: z.boolean().optional() });
const condition = z.object({ text: z.string() });

function sayShape(field: string, value: unknown): string {
  switch (field) {
    case 'rule':
      return sayRule(value);
    case 'routing': {
      const { kind, system = '' } = routing.parse(value);
      return say(`difference.routing.${kind}`, { system }).trim();
    }
    case 'competentAgency': {
      const { name, rule } = agency.parse(value);
      if (name) return `“${name}”`;
      const kind = rule.kind === 'commune' ? `commune.${rule.place ?? 'any'}` : rule.kind;
      return say(`difference.agency.${kind}`, { unit: rule.unitKey ?? '' });
    }
    case 'publicPost': {
      const offered = post.parse(value);
      const said = (['intake', 'return'] as const).filter((way) => offered[way]);
      return said.length === 0
        ? say('difference.post.none')
        : said.map((way) => say(`difference.post.${way}`)).join(', ');
    }
    case 'interconnection': {
      const { kind, name = '' } = interconnection.parse(value);
      return say(`difference.interconnection.${kind}`, { name }).trim();
    }
    case 'form': {
      const { name, electronic } = form.parse(value);
      return `“${electronic ? say('difference.form.electronic', { name }) : name}”`;
    }
    case 'condition':
      return `“${condition.parse(value).text}”`;
    default:
      return JSON.stringify(value);
  }
}

function sayRule(value: unknown): string {
  const time = timeRule.safeParse(value);
  if (time.success) return say(`difference.time.${time.data.unit}`, { count: padded(time.data.amount) });
  const fee = feeRule.parse(value);
  if (fee.kind === 'free') return say('difference.fee.free');
  if (fee.kind === 'fixed') return formatMoney(fee.amount);
  const unit = say(`procedure.fee.unit.${fee.unit}`);
  const tiers = fee.tiers.map(({ upTo, each }) => {
    const params = { each: formatMoney(each), unit, upTo: upTo ?? 0 };
    return say(upTo === undefined ? 'difference.fee.rest' : 'difference.fee.tier', params);
  });
  const cap = fee.cap === undefined ? [] : [say('difference.fee.cap', { cap: formatMoney(fee.cap) })];
  return [...tiers, ...cap].join(', ');
}

/** How an entry is called among its like: its name quoted, or for a time limit what it is for. */
export function nameEntry(part: string, entry: Entry, cases: CaseNames): string {
  if (part === 'timeLimits') {
    const scope = ['cases', 'channels'].flatMap((field) =>
      entry[field] === undefined ? [] : [sayValue(field, entry[field], cases)],
    );
    return scope.length === 0 ? say('difference.time.everywhere') : scope.join(', ');
  }
  const name = entry.name ?? entry.text ?? entry.number;
  return `“${typeof name === 'string' ? name : ''}”`;
}

const told = ['mode', 'originals', 'copies', 'certifiedCopies', 'rule', 'performer', 'hours'];

/** An entry in one line: `“Tờ khai” (nộp, 01 bản chính)`. */
export function sayEntry(part: string, entry: Entry, cases: CaseNames): string {
  const details = told.flatMap((field) => {
    const value = entry[field];
    if (value === undefined || value === 0) return [];
    const counted = ['originals', 'copies', 'certifiedCopies'].includes(field);
    return [
      counted
        ? say(`difference.${field}`, { count: sayValue(field, value, cases) })
        : sayValue(field, value, cases),
    ];
  });
  const name = nameEntry(part, entry, cases);
  return details.length === 0 ? name : `${name} (${details.join(', ')})`;
}
