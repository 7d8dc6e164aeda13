import type { DelegationView } from '../../../modules/identity/contract.ts';
import { useTexts } from '../../ui/use-texts.ts';

/** What was lent, and the matters it is limited to. */
export function Lent({ row }: { readonly row: Pick<DelegationView, 'acts' | 'sectors' | 'procedures'> }) {
  const { t } = useTexts();
  const limits = [...row.sectors, ...row.procedures];
  return (
    <div>
      {row.acts.map((act) => t(`delegation.act.${act}`)).join('; ')}
      <span className="mc-subtle mc-small mc-block">
        {limits.length === 0 ? t('delegation.everything') : limits.join(', ')}
      </span>
    </div>
  );
}
