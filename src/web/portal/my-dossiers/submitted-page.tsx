import { toDataURL } from 'qrcode';
import { appContext } from '../../context.ts';
import type { PageHandle } from '../../page-handle.ts';
import { orErrorPage } from '../../refusals.ts';
import { CopyCode } from '../../ui/copy-code.tsx';
import { Icon } from '../../ui/icon.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { requireCitizen } from '../sign-in/require-citizen.ts';
import type { Route } from './+types/submitted-page.ts';
import { Downloads } from './downloads.tsx';

export const handle: PageHandle = { js: true };

/** Right after handing in: the code to keep, and what happens next and when. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const app = context.get(appContext);
  requireCitizen(app, request);
  const dossier = orErrorPage(await app.modules.dossiers.queries.getMyDossier(app.caller, params.dossierId));
  const address = new URL(`/tra-cuu?ma=${encodeURIComponent(dossier.code)}`, app.baseUrl);
  return { dossier, qr: await toDataURL(address.href, { margin: 1, width: 320 }) };
}

export default function SubmittedPage({ loaderData: { dossier, qr } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle title={t('submitted.title')} lead={dossier.procedureName} />
      <section className="mc-panel mc-panel--gold mc-receipt">
        <div className="mc-stack mc-stack--tight">
          <p>{t('submitted.code')}</p>
          <CopyCode code={dossier.code} />
          <p className="mc-subtle">
            {t('submitted.at')} <DateTime at={new Date(dossier.submittedAt)} />
          </p>
        </div>
        <img src={qr} width={160} height={160} alt={t('submitted.qr')} />
      </section>
      <section className="mc-stack">
        <h2>{t('submitted.next')}</h2>
        <ol className="mc-next">
          <li>
            <Icon name="clock" />
            <p>
              {t('submitted.answer', { unit: dossier.holder.name })}
              {dossier.answerDueAt === undefined ? null : (
                <>
                  {' '}
                  {t('submitted.answer-until')}{' '}
                  <strong>
                    <DateTime at={new Date(dossier.answerDueAt)} />
                  </strong>
                  .
                </>
              )}
            </p>
          </li>
          <li>
            <Icon name="paper" />
            <p>{t('submitted.accepted')}</p>
          </li>
          <li>
            <Icon name="inbox" />
            <p>{t('submitted.told')}</p>
          </li>
        </ol>
      </section>
      <Downloads dossier={dossier} />
      <div className="mc-form__actions">
        <a className="ds-button" data-variant="primary" href={`/ho-so/${dossier.dossierId}`}>
          {t('submitted.follow')}
        </a>
        <a className="ds-button" data-variant="tertiary" href="/ho-so">
          {t('my-dossiers.title')}
        </a>
      </div>
    </div>
  );
}
