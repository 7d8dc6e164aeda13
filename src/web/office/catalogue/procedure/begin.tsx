import { Disclosure } from '../../../ui/disclosure.tsx';
import { TextField } from '../../../ui/fields.tsx';
import { RequestId } from '../../../ui/request-id.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { catalogueHome } from '../addresses.ts';

export interface BeginProps {
  readonly versionId: string;
  readonly code: string;
  readonly isDrafted: boolean;
}

/** A next version on top of the newest, or another procedure after its pattern. */
export function Begin({ versionId, code, isDrafted }: BeginProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-stack--snug">
      {isDrafted ? null : (
        <form method="post" action={`${catalogueHome}/soan`}>
          <RequestId form={`soan-${code}`} />
          <input type="hidden" name="from" value="version" />
          <input type="hidden" name="versionId" value={versionId} />
          <button type="submit" className="ds-button" data-variant="primary">
            {t('catalogue.procedure.amend')}
          </button>
        </form>
      )}
      <Disclosure summary={t('catalogue.procedure.clone')}>
        <form method="post" action={`${catalogueHome}/soan`} className="mc-stack mc-stack--snug">
          <RequestId form={`sao-${code}`} />
          <input type="hidden" name="from" value="clone" />
          <input type="hidden" name="versionId" value={versionId} />
          <TextField name="code" label={t('catalogue.procedure.clone.code')} placeholder="1.001193" />
          <button type="submit" className="ds-button mc-fit" data-variant="secondary">
            {t('catalogue.office.begin')}
          </button>
        </form>
      </Disclosure>
    </div>
  );
}
