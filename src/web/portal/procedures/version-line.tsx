import { addDays } from '../../../kernel/plain-date.ts';
import type { ProcedureVersion } from '../../../modules/catalogue/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { useTexts } from '../../ui/use-texts.ts';

/** Which version this is and since when it holds. */
export function VersionLine({ version }: { readonly version: ProcedureVersion }) {
  const { t } = useTexts();
  const { number, validFrom, validTo } = version;
  const from = formatDate(validFrom);
  if (validTo === undefined) return <>{t('procedure.version', { number, from })}</>;
  return <>{t('procedure.version.until', { number, from, until: formatDate(addDays(validTo, -1)) })}</>;
}
