import type { ExportView } from '../../../modules/privacy/contract.ts';
import { DateTime } from '../../ui/moments.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface ExportsProps {
  readonly exports: readonly ExportView[];
  readonly days: number;
}

/** Asking for a copy, and taking what is ready: by a form each, so that no link that is looked at in passing uses it up. */
export function Exports({ exports, days }: ExportsProps) {
  const { t } = useTexts();
  const isOpen = exports.some(({ state }) => state !== 'over');
  return (
    <section className="mc-panel mc-stack" aria-labelledby="ban-sao">
      <h2 id="ban-sao">{t('privacy.export.title')}</h2>
      <p>{t('privacy.export.lead', { days })}</p>
      {exports.length === 0 ? null : (
        <ul className="mc-cards">
          {exports.map((each) => (
            <li key={each.exportId} className="mc-card">
              <OneExport each={each} />
            </li>
          ))}
        </ul>
      )}
      {isOpen ? null : (
        <form method="post">
          <RequestId form={`ban-sao ${exports[0]?.exportId ?? ''}`} />
          <button className="ds-button" data-variant="primary" type="submit" name="intent" value="export">
            {t('privacy.export.ask')}
          </button>
        </form>
      )}
    </section>
  );
}

function OneExport({ each }: { readonly each: ExportView }) {
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-stack--snug">
      <p className="mc-subtle mc-small">
        {t('privacy.export.asked')} <DateTime at={new Date(each.requestedAt)} />
      </p>
      {each.state === 'making' ? <p>{t('privacy.export.making')}</p> : null}
      {each.state === 'over' ? <p>{t('privacy.export.over')}</p> : null}
      {each.state === 'ready' ? (
        <>
          <p className="mc-strong">
            {t('privacy.export.ready')} <DateTime at={new Date(each.expiresAt)} />
          </p>
          <div className="mc-row">
            {each.left.map((form) => (
              <form key={form} method="post" action="/tai-khoan/du-lieu/tai">
                <RequestId form={`tai ${each.exportId} ${form}`} />
                <input type="hidden" name="exportId" value={each.exportId} />
                <button className="ds-button" data-variant="secondary" type="submit" name="form" value={form}>
                  {t(`privacy.export.take.${form}`)}
                </button>
              </form>
            ))}
          </div>
        </>
      ) : null}
    </div>
  );
}
