import type { Impact } from '../../../../modules/catalogue/contract.ts';
import type { Translate } from '../../../../texts/translate.ts';
import { type Definition, DefinitionList } from '../../../ui/definition-list.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { openDossiersAddress } from '../addresses.ts';

/** What hangs on each procedure that is about to change: dossiers on their way, form, processes, templates, fees, units. */
export function Impacts({ impacts }: { readonly impacts: readonly Impact[] }) {
  const { t } = useTexts();
  return (
    <>
      {impacts.map((impact) => (
        <section
          key={impact.code}
          className="mc-panel mc-stack mc-stack--tight"
          aria-label={`${t('catalogue.impact.title')}: ${impact.name}`}
        >
          <h3>
            {impact.name} <span className="mc-subtle mc-number">{impact.code}</span>
          </h3>
          <DefinitionList items={factsOf(impact, t)} />
          {impact.openDossiers === 0 ? null : (
            <p className="mc-subtle mc-small">{t('catalogue.impact.dossiers.stay')}</p>
          )}
          <Changes impact={impact} />
        </section>
      ))}
    </>
  );
}

function factsOf(impact: Impact, t: Translate): readonly Definition[] {
  const { code, version, openDossiers, form, processes, templates, units, touches } = impact;
  const list = (names: readonly string[]) =>
    names.length === 0 ? t('catalogue.impact.none') : names.join('; ');
  const touched = (does: boolean) => t(does ? 'catalogue.impact.changed' : 'catalogue.impact.unchanged');
  return [
    {
      term: t('catalogue.impact.dossiers'),
      value:
        version === undefined || openDossiers === 0 ? (
          t('catalogue.impact.dossiers.none')
        ) : (
          <a href={openDossiersAddress(code, version.number)}>
            {t('catalogue.impact.dossiers.count', { count: openDossiers })}
          </a>
        ),
    },
    { term: t('catalogue.impact.form'), value: form ?? t('catalogue.impact.form.none') },
    { term: t('catalogue.impact.processes'), value: list(processes) },
    { term: t('catalogue.impact.templates'), value: list(templates) },
    ...(['papers', 'fees', 'times'] as const).map((part) => ({
      term: t(`catalogue.impact.${part}`),
      value: touched(touches[part]),
    })),
    { term: t('catalogue.impact.units'), value: list(units) },
  ];
}

function Changes({ impact: { version, ends, changes } }: { readonly impact: Impact }) {
  const { t } = useTexts();
  if (version === undefined) return <p>{t('catalogue.impact.new')}</p>;
  if (ends) return <p>{t('catalogue.impact.ends')}</p>;
  if (changes.length === 0) return <p>{t('catalogue.impact.same')}</p>;
  return (
    <>
      <p>
        <strong>{t('catalogue.impact.changes')}</strong>
      </p>
      <ol>
        {changes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </>
  );
}
