import { parsePlainDate } from '../../../kernel/plain-date.ts';
import type { ProcedureContent } from '../../../modules/catalogue/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { useTexts } from '../../ui/use-texts.ts';

/** The law folded beneath: bases, decisions, where the facts come from. */
export function LegalBases({ content }: { readonly content: ProcedureContent }) {
  const { t } = useTexts();
  return (
    <div className="mc-stack">
      {content.legalBases.length === 0 ? null : (
        <div>
          <h3>{t('procedure.law.bases')}</h3>
          <ul>
            {content.legalBases.map((basis) => (
              <li key={basis.number}>
                {[basis.number, basis.name, basis.articles].filter((part) => part !== undefined).join(' – ')}
              </li>
            ))}
          </ul>
        </div>
      )}
      {content.decisions.length === 0 ? null : (
        <div>
          <h3>{t('procedure.law.decisions')}</h3>
          <ul>
            {content.decisions.map((decision) => (
              <li key={`${decision.kind} ${decision.number}`}>
                {t(`procedure.law.decision.${decision.kind}`)}: {decision.number}
                <DecidedOn on={decision.on} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {content.sources.length === 0 ? null : (
        <p className="mc-subtle mc-small">
          {t('procedure.law.sources')}: {content.sources.join('; ')}
        </p>
      )}
    </div>
  );
}

function DecidedOn({ on }: { readonly on: string | undefined }) {
  const day = on === undefined ? undefined : parsePlainDate(on);
  return day === undefined ? null : <> ({formatDate(day)})</>;
}
