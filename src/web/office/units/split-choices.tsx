import type { ReorganisationView } from '../../../modules/identity/public.ts';
import { SelectField } from '../../ui/fields.tsx';
import { RequestId } from '../../ui/request-id.tsx';
import { useTexts } from '../../ui/use-texts.ts';

type EndView = ReorganisationView['ends'][number];

/** For each split: which successor goes on with which kind of open work. Parts go as the unit they belong to. */
export function SplitChoices({ plan }: { readonly plan: ReorganisationView }) {
  const { t } = useTexts();
  const splits = plan.ends.filter((line) => line.successors.length > 1);
  const own = splits.filter((line) => !line.followsParent);
  if (splits.length === 0) return null;
  return (
    <section className="mc-stack mc-stack--snug" aria-labelledby="chia-viec">
      <h2 id="chia-viec">{t('units.choice')}</h2>
      <p className="mc-subtle">{t('units.choice.lead')}</p>
      {own.map((line) => (
        <SplitForm key={line.unitId} plan={plan} line={line} />
      ))}
      {splits.length === own.length ? null : (
        <p className="mc-subtle">{t('units.choice.follows', { count: splits.length - own.length })}</p>
      )}
    </section>
  );
}

function SplitForm({ plan, line }: { readonly plan: ReorganisationView; readonly line: EndView }) {
  const { t } = useTexts();
  const successors = line.successors.map(({ unitId, name }) => ({ value: unitId, label: name }));
  const kinds = line.load?.kinds ?? [];
  const sectors = [...Map.groupBy(kinds, ({ sector }) => sector)];
  const chosen = (by: string, value: string) =>
    line.choice?.rules.find((rule) => rule.by === by && rule.value === value)?.unitId;
  const prefix = `chia.${line.unitId}`;
  return (
    <form method="post" className="mc-panel mc-stack mc-stack--snug" aria-labelledby={prefix}>
      <RequestId form={`choose ${line.unitId}`} />
      <input type="hidden" name="intent" value="choose" />
      <input type="hidden" name="version" value={plan.version} />
      <input type="hidden" name="unitId" value={line.unitId} />
      <h3 id={prefix}>{line.name}</h3>
      <div className="mc-stack mc-stack--snug">
        {sectors.map(([sector, own]) => (
          <SelectField
            key={sector}
            name={`to.sector.${sector}`}
            id={`${prefix}.${sector}`}
            label={t('units.choice.sector', {
              sector,
              count: own.reduce((sum, { dossiers }) => sum + dossiers, 0),
            })}
            value={chosen('sector', sector)}
            empty={t('units.choice.with-rest')}
            options={successors}
          />
        ))}
        {kinds.map(({ procedureCode, procedureName, dossiers }) => (
          <SelectField
            key={procedureCode}
            name={`to.procedure.${procedureCode}`}
            id={`${prefix}.${procedureCode}`}
            label={t('units.choice.procedure', { name: procedureName, count: dossiers })}
            value={chosen('procedure', procedureCode)}
            empty={t('units.choice.with-sector')}
            options={successors}
          />
        ))}
        <SelectField
          name="rest"
          id={`${prefix}.rest`}
          label={t('units.choice.rest')}
          value={line.choice?.rest}
          empty={t('units.choice.none')}
          options={[...successors, { value: 'perDossier', label: t('units.choice.per-dossier') }]}
        />
      </div>
      <div>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('units.choice.save')}
        </button>
      </div>
    </form>
  );
}
