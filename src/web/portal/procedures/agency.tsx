import type { ProcedureVersion } from '../../../modules/catalogue/contract.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { countersAddress } from './addresses.ts';
import { DoubtMark } from './doubt-mark.tsx';

/** Who decides, who may apply, and where a dossier is handed in. */
export function Agency({ version }: { readonly version: ProcedureVersion }) {
  const { t, locale } = useTexts();
  const { competentAgency, coordinatingAgency, applicants } = version.content;
  const name = locale === 'en' ? (competentAgency.nameEn ?? competentAgency.name) : competentAgency.name;
  return (
    <DefinitionList
      items={[
        {
          term: t('procedure.agency.decides'),
          value: (
            <>
              {name ?? t('procedure.agency.unknown')} <DoubtMark fact={competentAgency} />
            </>
          ),
        },
        ...(coordinatingAgency ? [{ term: t('procedure.agency.with'), value: coordinatingAgency }] : []),
        { term: t('procedure.agency.where'), value: <Where version={version} /> },
        ...(applicants.length > 0 ? [{ term: t('procedure.agency.who'), value: applicants.join('; ') }] : []),
      ]}
    />
  );
}

function Where({ version }: { readonly version: ProcedureVersion }) {
  const { t, locale } = useTexts();
  const { routing } = version;
  if (routing.kind === 'ministry' && routing.system !== undefined)
    return t('procedure.agency.where.elsewhere', { system: routing.system });
  const place = placeOf(version);
  return (
    <>
      {t(`procedure.agency.where.${place}`)}{' '}
      {place === 'other' ? null : (
        <span className="mc-no-print">
          <a href={countersAddress(locale)}>{t('procedure.agency.counters')}</a>
        </span>
      )}
    </>
  );
}

function placeOf({ levels, routing }: ProcedureVersion): 'commune' | 'province' | 'other' {
  if (routing.kind === 'ministry') return 'other';
  if (levels.includes('commune')) return 'commune';
  return levels.includes('province') ? 'province' : 'other';
}
