import type { ProcedurePage } from '../../../modules/catalogue/public.ts';
import { useTexts } from '../../ui/use-texts.ts';

/** The button that starts a submission, or why there is none. */
export function OnlinePanel({
  page,
  search = '',
}: {
  readonly page: Pick<ProcedurePage, 'online' | 'version'>;
  /** What has been answered about the matter: it need not be asked again. */
  readonly search?: string;
}) {
  const { t } = useTexts();
  const { online, version } = page;
  if (online.state === 'open')
    return (
      <div className="mc-stack mc-stack--tight">
        <a
          className="ds-button"
          data-variant="primary"
          href={`/nop/${version.code}${search === '' ? '' : `?${search}`}`}
        >
          {t('procedure.online.start')}
        </a>
        <p className="mc-small mc-subtle">{t('procedure.online.start.hint')}</p>
      </div>
    );
  if (online.state !== 'elsewhere') return <p>{t(`procedure.online.${online.state}`)}</p>;
  return (
    <p>
      {online.system === undefined
        ? t('procedure.online.elsewhere.unnamed')
        : t('procedure.online.elsewhere', { system: online.system })}
    </p>
  );
}
