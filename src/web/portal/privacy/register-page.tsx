import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { ProcessingView } from '../../../modules/privacy/contract.ts';
import { appContext } from '../../context.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import type { Route } from './+types/register-page.ts';

/** The register of processing, for everybody (Law 91/2025/QH15: the right to know). */
export function loader({ context }: Route.LoaderArgs) {
  const { modules, caller } = context.get(appContext);
  return { processings: modules.privacy.register.processings(plainDateOf(caller.now)) };
}

export default function RegisterPage({ loaderData: { processings } }: Route.ComponentProps) {
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-stack--loose mc-form">
      <PageTitle title={t('privacy.register.title')} lead={t('privacy.register.lead')} />
      <section className="mc-panel mc-panel--tinted mc-stack mc-stack--snug" aria-labelledby="quyen">
        <h2 id="quyen">{t('privacy.register.rights')}</h2>
        <p>
          {t('privacy.register.rights.readers')} <a href="/ho-so">{t('portal.nav.my-dossiers')}</a>
        </p>
        <p>
          <a href="/tai-khoan/du-lieu">{t('privacy.own.link')}</a>
        </p>
      </section>
      <ul className="mc-cards">
        {processings.map((each) => (
          <li key={each.key} className="mc-card">
            <Processing processing={each} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Processing({ processing }: { readonly processing: ProcessingView }) {
  const { t } = useTexts();
  return (
    <div className="mc-stack mc-stack--snug">
      <div className="mc-row mc-row--apart">
        <h2>{processing.name}</h2>
        <StatusTag tone="neutral">{t(`privacy.basis.${processing.basisKind}`)}</StatusTag>
      </div>
      <DefinitionList
        items={[
          { term: t('privacy.register.purpose'), value: processing.purpose },
          { term: t('privacy.register.basis'), value: processing.basis },
          { term: t('privacy.register.data'), value: processing.data },
          { term: t('privacy.register.subjects'), value: processing.subjects },
          { term: t('privacy.register.recipients'), value: processing.recipients },
          { term: t('privacy.register.kept'), value: processing.kept },
        ]}
      />
      {processing.certainty === 'official' ? null : (
        <p className="mc-subtle mc-small">{t('privacy.register.unchecked')}</p>
      )}
    </div>
  );
}
