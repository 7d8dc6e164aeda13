import type { Channel, ProcedureCase } from '../../../modules/catalogue/contract.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { nameIn } from './names.ts';

export interface ScopeLineProps {
  readonly cases?: readonly ProcedureCase[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
}

/** For which cases and ways something is; nothing where it is for all. */
export function ScopeLine({ cases, channels }: ScopeLineProps) {
  const { t, locale } = useTexts();
  const parts = [
    ...(cases
      ? [t('procedure.case.applies', { names: cases.map((one) => nameIn(locale, one)).join('; ') })]
      : []),
    ...(channels ? [channels.map((channel) => t(`procedure.channel.${channel}`)).join(', ')] : []),
  ];
  return parts.length === 0 ? null : <p className="mc-entries__scope">{parts.join(' · ')}</p>;
}
