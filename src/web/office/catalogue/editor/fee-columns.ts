import { feeKindWords, feeUnitWords } from '../../../../modules/catalogue/contract.ts';
import { type Column, choiceColumn, linesOf, numberColumn, valueNamed } from './columns.ts';
import { isRow, type Row, valueAt, withValue } from './row-values.ts';

const rule = (key: string) => ({ path: ['rule', key] });

/** How a fee is worked out: nothing, one amount, or tiers by quantity. Another kind begins its rule anew. */
export const feeRuleColumns: readonly Column[] = [
  {
    ...choiceColumn('kind', 'catalogue.edit.fee.kind', feeKindWords, rule('kind')),
    write: (row, text) => {
      if (text.trim() === '') return withValue(row, ['rule'], undefined);
      const kind = valueNamed(feeKindWords, text);
      if (kind === undefined) return undefined;
      if (kind === valueAt(row, ['rule', 'kind'])) return row;
      return withValue(
        row,
        ['rule'],
        kind === 'tiered' ? { kind, unit: 'page', tiers: [{ each: 0 }] } : { kind },
      );
    },
  },
  {
    ...numberColumn('amount', 'catalogue.edit.fee.amount', rule('amount')),
    write: (row, text) => {
      const typed = numberColumn('amount', 'catalogue.edit.fee.amount', rule('amount')).write(row, text);
      if (typed === undefined || text.trim() === '' || valueAt(row, ['rule', 'kind']) === 'fixed')
        return typed;
      // An amount alone says that there is one.
      return withValue(row, ['rule'], { kind: 'fixed', amount: valueAt(typed, ['rule', 'amount']) });
    },
  },
  onlyTiered(choiceColumn('unit', 'catalogue.edit.fee.unit', feeUnitWords, rule('unit'))),
  onlyTiered({
    key: 'tiers',
    label: 'catalogue.edit.fee.tiers',
    kind: 'long',
    read: tiersText,
    write: (row, text) => {
      const tiers = linesOf(text).map(tierOf);
      return tiers.includes(undefined) ? undefined : withValue(row, ['rule', 'tiers'], tiers);
    },
  }),
  onlyTiered(numberColumn('cap', 'catalogue.edit.fee.cap', rule('cap'))),
];

/** A field of tiers says nothing in a fee of another kind, and cannot be typed there. */
function onlyTiered(column: Column): Column {
  return {
    ...column,
    write: (row, text) => {
      if (valueAt(row, ['rule', 'kind']) === 'tiered') return column.write(row, text);
      return text.trim() === '' ? row : undefined;
    },
  };
}

function tiersText(row: Row): string {
  const tiers = valueAt(row, ['rule', 'tiers']);
  if (!Array.isArray(tiers)) return '';
  return tiers
    .filter(isRow)
    .map(({ upTo, each }) => `${upTo ?? 'còn lại'}: ${each}`)
    .join('\n');
}

/** `2: 2000`, `còn lại: 1000`. */
function tierOf(line: string): Row | undefined {
  const [, from = '', price = ''] = /^([^:]+):\s*([\d.]+)\s*(?:đ|đồng)?$/iu.exec(line) ?? [];
  const each = Number(price.replaceAll('.', ''));
  if (price === '' || !Number.isSafeInteger(each)) return undefined;
  if (/^\s*còn lại\s*$/iu.test(from)) return { each };
  const upTo = Number(from.trim());
  return Number.isInteger(upTo) && upTo > 0 ? { upTo, each } : undefined;
}
