import { acceptedFiles, uploadFields } from '../../../modules/documents/contract.ts';
import type { ComponentView } from '../../../modules/dossiers/contract.ts';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface PaperScanProps {
  readonly dossierId: string;
  readonly paper: Pick<ComponentView, 'key' | 'name'>;
}

/** Puts a picture of a paper on the dossier, where the paper itself is not kept. */
export function PaperScan({ dossierId, paper }: PaperScanProps) {
  const { t } = useTexts();
  const id = `quet.${paper.key}`;
  return (
    <form method="post" action="/tai-len" encType="multipart/form-data" className="mc-inline-form">
      <RequestId form={`quet ${paper.key}`} />
      <input type="hidden" name={uploadFields.backTo} value={`/can-bo/ho-so/${dossierId}`} />
      <input type="hidden" name="dossierId" value={dossierId} />
      <input type="hidden" name="componentKey" value={paper.key} />
      <div className="ds-field">
        <label className="ds-label" data-weight="medium" htmlFor={id}>
          {t('paperless.scan.file', { name: paper.name })}
        </label>
        <input id={id} className="ds-input" type="file" name="tep" accept={acceptedFiles} />
      </div>
      <button type="submit" className="ds-button" data-variant="secondary">
        {t('paperless.scan')}
      </button>
    </form>
  );
}
