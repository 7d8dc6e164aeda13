import type { ImportEffect, ImportView } from '../../../../modules/catalogue/contract.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { officeProcedureAddress } from '../addresses.ts';
import { partName } from '../part-name.ts';

export interface EffectProps {
  readonly effect: ImportEffect;
  readonly state: ImportView['state'];
}

/** What the import does with its procedures, what of them is not believed, and which of ours stay. */
export function Effect({ effect, state }: EffectProps) {
  const { t } = useTexts();
  const { created, replaced, unchanged, differing, quarantined } = effect;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="tac-dong">
      <h2 id="tac-dong">{t(state === 'applied' ? 'catalogue.import.did' : 'catalogue.import.would')}</h2>
      <DefinitionList
        items={[
          { term: t('catalogue.import.created'), value: created },
          { term: t('catalogue.import.replaced'), value: replaced },
          { term: t('catalogue.import.unchanged'), value: unchanged },
          { term: t('catalogue.import.differing'), value: differing.length },
        ]}
      />
      {differing.length === 0 ? null : (
        <Disclosure summary={t('catalogue.import.differing.list', { count: differing.length })}>
          <ul>
            {differing.map(({ code, parts }) => (
              <li key={code}>
                <a href={officeProcedureAddress(code)}>{code}</a>:{' '}
                {parts.length === 0
                  ? t('catalogue.import.differing.unsaid')
                  : parts.map((part) => partName(part, t)).join(', ')}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {quarantined.length === 0 ? null : (
        <Disclosure summary={t('catalogue.import.quarantined')}>
          <ul>
            {quarantined.map(({ doubt, facts, procedures }) => (
              <li key={doubt}>
                {t(`procedure.doubt.${doubt}`)}: {t('catalogue.import.facts', { facts, procedures })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}
