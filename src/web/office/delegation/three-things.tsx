import { DefinitionList } from '../../ui/definition-list.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** The three ways to act for somebody, which law keeps apart. */
export function ThreeThings() {
  const { t } = useTexts();
  return (
    <Disclosure summary={t('delegation.three')}>
      <DefinitionList
        items={[
          { term: t('delegation.kind.authorised.long'), value: t('delegation.three.authorised') },
          { term: t('delegation.kind.signingFor.long'), value: t('delegation.three.signingFor') },
          { term: t('office.team.substitution'), value: t('delegation.three.substitution') },
        ]}
      />
    </Disclosure>
  );
}
