import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { OnBehalf } from '../../../modules/dossiers/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { useTexts } from '../../ui/use-texts.ts';

/** Under whose power the act goes, told before it is done. */
export function OnBehalfNote({ onBehalf }: { readonly onBehalf: OnBehalf | undefined }) {
  const { t } = useTexts();
  if (!onBehalf) return null;
  return <p className="mc-small">{onBehalfText(t, onBehalf)}</p>;
}

/** `theo ủy quyền của Đoàn Hữu Nghĩa (Chủ tịch) (QĐ số 15/QĐ-UBND, đến ngày 25/11/2026)`. */
export function onBehalfText(t: Translate, { kind, principal, decisionNumber, lastOn }: OnBehalf): string {
  return t(`delegation.on-behalf.${kind}`, {
    principal,
    number: decisionNumber,
    lastOn: formatDate(lastOn as PlainDate),
  });
}
