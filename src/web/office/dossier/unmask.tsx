import type { OfficeDossierView } from '../../../modules/dossiers/contract.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { hasClosedFile } from './file-address.ts';

interface UnmaskProps {
  readonly view: OfficeDossierView;
  readonly reasons: readonly { readonly key: string; readonly name: string }[];
  readonly isUnmasked: boolean;
  /** What is wrong with the reason that was chosen. */
  readonly problem: string | undefined;
}

/** Where something is masked: why, and the way to see it whole. Seen whole, that it was written down. */
export function Unmask({ view, reasons, isUnmasked, problem }: UnmaskProps) {
  const { t } = useTexts();
  if (isUnmasked)
    return (
      <Notice tone="warning">
        <p>{t('privacy.unmasked')}</p>
      </Notice>
    );
  if (!view.isMasked && !hasClosedFile(view)) return null;
  return (
    <form method="post" className="mc-panel mc-panel--tinted mc-stack mc-stack--snug">
      <RequestId form="xem day du" />
      <input type="hidden" name="intent" value="unmask" />
      <p className="mc-strong">{t('privacy.masked.title')}</p>
      <p className="mc-small">{t('privacy.masked.why')}</p>
      <SelectField
        name="unmaskFor"
        label={t('privacy.masked.reason')}
        empty={t('privacy.masked.choose')}
        value={undefined}
        problem={problem}
        options={reasons.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <button className="ds-button" data-variant="secondary" type="submit">
        {t('privacy.masked.show')}
      </button>
    </form>
  );
}
