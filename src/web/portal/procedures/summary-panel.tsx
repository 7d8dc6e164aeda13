import type { ProcedurePage } from '../../../modules/catalogue/public.ts';
import { formatMoney } from '../../../texts/format.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { dayOf, printAddress, procedureAddress } from './addresses.ts';
import { nameIn } from './names.ts';
import { OnlinePanel } from './online-panel.tsx';
import { timeText } from './time-limits.tsx';

/** The answers in four lines, and the way to begin. */
export function SummaryPanel({ page, search }: { readonly page: ProcedurePage; readonly search: string }) {
  const { t, locale } = useTexts();
  const { version } = page;
  const [result] = version.content.results;
  return (
    <aside className="mc-panel mc-stack mc-summary" aria-labelledby="nop-ho-so">
      <ul className="mc-summary__facts">
        <Answer icon="clock" term={t('procedure.time.title')} value={useTime(page)} />
        <Answer icon="stamp" term={t('procedure.fee.title')} value={useFee(page)} />
        {result === undefined ? null : (
          <Answer icon="paper" term={t('procedure.results.title')} value={nameIn(locale, result)} />
        )}
      </ul>
      <h2 id="nop-ho-so" className="mc-summary__heading">
        {t('procedure.online.title')}
      </h2>
      {page.on === page.today ? (
        <OnlinePanel page={page} search={search} />
      ) : (
        <p>
          {t('procedure.online.other-day')}{' '}
          <a href={procedureAddress(locale, version.code)}>{t('procedure.other-day.today')}</a>
        </p>
      )}
      <p className="mc-small">
        <a href={printAddress(locale, version.code, dayOf(search))}>{t('procedure.print')}</a>
      </p>
    </aside>
  );
}

function Answer({
  icon,
  term,
  value,
}: {
  readonly icon: IconName;
  readonly term: string;
  readonly value: string;
}) {
  return (
    <li>
      <Icon name={icon} />
      <span>
        <span className="mc-summary__term">{term}</span> <strong>{value}</strong>
      </span>
    </li>
  );
}

/** The time when all still open cases share it. */
function useTime({ guide }: ProcedurePage): string {
  const { t } = useTexts();
  const texts = new Set(guide.times.map(({ limit }) => timeText(t, limit.rule)));
  const [only] = texts;
  if (only === undefined) return t('procedure.time.unknown');
  return texts.size === 1 ? only : t('procedure.fee.several');
}

function useFee({ guide }: ProcedurePage): string {
  const { t, locale } = useTexts();
  const { lines } = guide.fees;
  if (lines.length === 0 || lines.every((line) => line.amount === undefined))
    return t('procedure.fee.unknown');
  if (lines.every((line) => line.fee.rule?.kind === 'free' && line.amount === 0))
    return t('procedure.fee.free');
  const [line] = lines;
  if (lines.length > 1 || line?.amount === undefined) return t('procedure.fee.several');
  if (line.fee.rule?.kind !== 'tiered') return formatMoney(line.amount, locale);
  const [tier] = line.fee.rule.tiers;
  const unit = t(`procedure.fee.unit.${line.fee.rule.unit}`);
  return t('procedure.fee.tier.only', { each: formatMoney(tier?.each ?? 0, locale), unit });
}
