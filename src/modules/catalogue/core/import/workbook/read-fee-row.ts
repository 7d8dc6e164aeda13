import { searchText } from '../../../../../kernel/search-text.ts';
import type { Doubt, Fee } from '../../content.ts';
import type { FeeRule } from '../../fee-rule.ts';
import { feeKindWords, feeTypeWords, feeUnitWords } from '../../sheets/words.ts';
import { isFreeByDefault, leastFee } from '../read-fee.ts';
import { assure } from './assure.ts';
import { numberIn } from './cell-values.ts';
import { type Cases, defined, scopeOf } from './read-parts.ts';
import type { RowReader } from './row-reader.ts';

const dong = { min: 0, max: 1_000_000_000_000 };

export function readFeeRow(
  row: RowReader<'fees'>,
  cases: Cases,
  before: readonly Fee[],
  sector: string,
): Fee {
  const key = row.key('key') ?? `phi-${before.length + 1}`;
  if (before.some((each) => each.key === key)) row.wrong('key', 'repeated', key);
  const rule = ruleOf(row);
  return {
    key,
    name: row.required('name'),
    type: row.word('type', feeTypeWords) ?? 'unknown',
    ...scopeOf(row, cases),
    ...(rule && { rule }),
    ...defined({ asPublished: row.text('asPublished') }),
    exemptions: row.lines('exemptions'),
    ...defined({ basis: row.text('basis'), note: row.text('note') }),
    ...assure(row, doubtsOf(rule, sector)),
  };
}

function doubtsOf(rule: FeeRule | undefined, sector: string): Doubt[] {
  if (rule === undefined) return ['no-fee'];
  if (rule.kind === 'free') return isFreeByDefault(sector) ? ['free-by-default'] : [];
  return rule.kind === 'fixed' && rule.amount < leastFee ? ['implausible-fee'] : [];
}

function ruleOf(row: RowReader<'fees'>): FeeRule | undefined {
  const kind = row.word('kind', feeKindWords);
  const amount = row.number('amount', dong);
  switch (kind) {
    case undefined:
      if (amount !== undefined) row.wrong('kind', 'required');
      return undefined;
    case 'free':
      if (amount !== undefined && amount > 0) row.wrong('amount', 'contradicts', feeKindWords.free);
      return { kind };
    case 'fixed':
      if (amount === undefined) row.required('amount');
      return amount === undefined ? undefined : { kind, amount };
    case 'tiered':
      return tieredOf(row);
  }
}

function tieredOf(row: RowReader<'fees'>): FeeRule | undefined {
  row.required('unit');
  row.required('tiers');
  const unit = row.word('unit', feeUnitWords);
  const tiers = row.lines('tiers').map(tierIn);
  const read = tiers.filter((tier) => tier !== undefined);
  const ascends = read.every(({ upTo }, index) =>
    index === read.length - 1
      ? upTo === undefined
      : upTo !== undefined && upTo > (read[index - 1]?.upTo ?? 0),
  );
  if (read.length < tiers.length || !ascends) return void row.wrong('tiers', 'not-tiers');
  if (unit === undefined || read.length === 0) return undefined;
  const more = defined({ cap: row.number('cap', dong), times: row.word('times', feeUnitWords) });
  return { kind: 'tiered', unit, tiers: read, ...more };
}

/** `2: 2000` or `còn lại: 1.000 đ`. */
function tierIn(line: string): { upTo?: number; each: number } | undefined {
  const [from = '', price = '', ...more] = line.split(':');
  const each = numberIn(price.trim(), 'text');
  if (each === undefined || more.length > 0 || !Number.isInteger(each)) return undefined;
  if (searchText(from) === 'con lai') return { each };
  const upTo = numberIn(from.trim(), 'text');
  return upTo !== undefined && Number.isInteger(upTo) && upTo > 0 ? { upTo, each } : undefined;
}
