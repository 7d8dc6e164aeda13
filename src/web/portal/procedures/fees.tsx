import type { FeeReduction, FeeRule, ProcedureCase } from '../../../modules/catalogue/contract.ts';
import type { FeeLine, Guide } from '../../../modules/catalogue/public.ts';
import { formatMoney } from '../../../texts/format.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { DoubtMark } from './doubt-mark.tsx';
import { nameIn } from './names.ts';
import { QuantityForm } from './quantity-form.tsx';
import { ScopeLine } from './scope-line.tsx';

export interface FeesProps {
  readonly guide: Guide;
  readonly cases: readonly ProcedureCase[];
  /** The page's parameters, kept when quantities are sent. */
  readonly search: string;
  /** On paper there is nothing to work out. */
  readonly isPrinted?: boolean;
}

/** What it costs, with how each amount comes about; tiered fees can be worked out. */
export function Fees({ guide, cases, search, isPrinted = false }: FeesProps) {
  const { t, locale } = useTexts();
  const { lines, total } = guide.fees;
  if (lines.length === 0) return <p>{t('procedure.fee.none')}</p>;
  const isTiered =
    !isPrinted && lines.some((line) => line.fee.rule?.kind === 'tiered' && line.amount !== undefined);
  return (
    <div className="mc-stack">
      <ul className="mc-entries">
        {lines.map((line) => (
          <FeeEntry key={line.fee.key} line={line} cases={guide.chosenCase ? [] : cases} />
        ))}
      </ul>
      {total === undefined || lines.length < 2 ? null : (
        <p className="mc-entries__main">
          {t('procedure.fee.total')}: {formatMoney(total, locale)}
        </p>
      )}
      {isTiered ? <QuantityForm lines={lines} search={search} /> : null}
    </div>
  );
}

function FeeEntry({ line, cases }: { readonly line: FeeLine; readonly cases: readonly ProcedureCase[] }) {
  const { t, locale } = useTexts();
  const { fee } = line;
  const scoped = fee.cases && cases.filter((one) => fee.cases?.includes(one.key));
  return (
    <li>
      <ScopeLine cases={scoped?.length ? scoped : undefined} channels={fee.channels} />
      <p>{nameIn(locale, fee)}</p>
      <FeeRuleText rule={line.amount === undefined ? undefined : fee.rule} />
      {line.amount !== undefined || !fee.asPublished ? null : (
        <p>{t('procedure.as-published', { text: fee.asPublished })}</p>
      )}
      {fee.exemptions.length === 0 ? null : (
        <p>
          {t('procedure.fee.exemptions')} {fee.exemptions.join('; ')}
        </p>
      )}
      {fee.reductions?.map((reduction) => (
        <p key={reduction.key}>
          <ReductionText reduction={reduction} />
        </p>
      ))}
      {fee.note === undefined ? null : <p className="mc-subtle">{fee.note}</p>}
      {fee.basis === undefined ? null : (
        <p className="mc-subtle mc-small">{t('procedure.fee.basis', { basis: fee.basis })}</p>
      )}
      <DoubtMark fact={fee} />
    </li>
  );
}

function ReductionText({ reduction }: { readonly reduction: FeeReduction }) {
  const { t, locale } = useTexts();
  const { rule } = reduction;
  return (
    <>
      {t(`procedure.fee.reduction.${rule.kind}`, {
        name: nameIn(locale, reduction),
        percent: rule.kind === 'percent' ? rule.percent : 0,
        amount: rule.kind === 'amount' ? formatMoney(rule.amount, locale) : '',
      })}
      <DoubtMark fact={reduction} />
    </>
  );
}

function FeeRuleText({ rule }: { readonly rule: FeeRule | undefined }) {
  const { t, locale } = useTexts();
  if (!rule) return <p className="mc-entries__main">{t('procedure.fee.unknown')}</p>;
  if (rule.kind === 'free') return <p className="mc-entries__main">{t('procedure.fee.free')}</p>;
  if (rule.kind === 'fixed') return <p className="mc-entries__main">{formatMoney(rule.amount, locale)}</p>;
  const unit = t(`procedure.fee.unit.${rule.unit}`);
  const cap = rule.cap === undefined ? undefined : formatMoney(rule.cap, locale);
  return (
    <ul className="mc-entries__tiers">
      {rule.tiers.map(({ upTo, each }, index) => {
        const from = (rule.tiers[index - 1]?.upTo ?? 0) + 1;
        const params = { unit, from, upTo: upTo ?? 0, each: formatMoney(each, locale) };
        const key = upTo !== undefined ? 'first' : index === 0 ? 'only' : 'rest';
        return <li key={from}>{t(`procedure.fee.tier.${key}`, params)}</li>;
      })}
      {cap === undefined ? null : (
        <li>
          {rule.times
            ? t('procedure.fee.cap.each', { cap, unit: t(`procedure.fee.unit.${rule.times}`) })
            : t('procedure.fee.cap', { cap })}
        </li>
      )}
    </ul>
  );
}
