import type { OpenSplit } from '../../../modules/dossiers/contract.ts';
import { Notice } from '../../ui/notice.tsx';
import { successorText } from '../../ui/successor-text.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { splitsHome } from '../units/addresses.ts';

/** Why nothing goes on with the dossier of a split agency, who took over which part, and where somebody is chosen. */
export function OpenSplitNotice({ split }: { readonly split: OpenSplit | undefined }) {
  const { t } = useTexts();
  if (split === undefined) return null;
  return (
    <Notice tone="warning" title={t('units.splits.notice', { unit: split.unit.name })}>
      <p>{t('units.splits.notice.why')}</p>
      <ul>
        {split.choices.map((choice) => (
          <li key={choice.unitId}>{successorText(choice, t)}</li>
        ))}
      </ul>
      <p>
        {split.mayChoose ? (
          <a href={splitsHome}>{t('units.splits.notice.choose')}</a>
        ) : (
          t('units.splits.notice.ask')
        )}
      </p>
    </Notice>
  );
}
