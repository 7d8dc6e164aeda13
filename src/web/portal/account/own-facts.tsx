import type { CitizenProfile, Organisation } from '../../../modules/identity/public.ts';
import { formatDate } from '../../../texts/format.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useTexts } from '../../ui/use-texts.ts';

export interface OwnFactsProps {
  readonly profile: CitizenProfile;
  readonly organisation?: Organisation | undefined;
}

/** What the identity provider vouched for: about the person, and the organisation when the account is one's. */
export function OwnFacts({ profile, organisation }: OwnFactsProps) {
  const { t } = useTexts();
  const of = organisation ?? profile;
  const about = organisation
    ? [
        { term: t('account.organisation'), value: organisation.name },
        { term: t('account.tax-code'), value: organisation.taxCode },
        { term: t('account.representative'), value: profile.name },
      ]
    : [
        { term: t('account.name'), value: profile.name },
        { term: t('account.number'), value: profile.identityNumber ?? t('account.none') },
        {
          term: t('account.birth-date'),
          value: profile.birthDate === undefined ? t('account.none') : formatDate(profile.birthDate),
        },
      ];
  return (
    <section className="mc-panel mc-stack">
      <h2>{t('account.facts')}</h2>
      <DefinitionList
        items={[
          ...about,
          { term: t('account.phone'), value: of.phone ?? t('account.none') },
          { term: t('account.email'), value: of.email ?? t('account.none') },
          { term: t('account.address'), value: of.address ?? t('account.none') },
        ]}
      />
      <p className="mc-subtle mc-small">{t('account.facts.source')}</p>
    </section>
  );
}
