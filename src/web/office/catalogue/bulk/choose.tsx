import type { DecisionSummary } from '../../../../modules/catalogue/contract.ts';
import { SelectField, Tick, useProblems } from '../../../ui/fields.tsx';
import { useTexts } from '../../../ui/use-texts.ts';
import { decisionsHome } from '../addresses.ts';
import { EditFields, type EditFieldsProps } from './edit-fields.tsx';

export interface ChooseProps extends EditFieldsProps {
  readonly procedures: readonly { readonly code: string; readonly name: string; readonly sector: string }[];
  /** Ticked before; absent: all of them. */
  readonly codes: readonly string[] | undefined;
  readonly decisions: readonly DecisionSummary[];
}

/** Which procedures, what is to become of them, and by which decision; sent, it is shown and nothing is done. */
export function Choose({ procedures, codes, decisions, ...edit }: ChooseProps) {
  const { t } = useTexts();
  const problem = useProblems(edit.refusal);
  const ticked = codes && new Set(codes);
  return (
    <form method="post" className="mc-stack">
      <input type="hidden" name="intent" value="preview" />
      <input type="hidden" name="field" value={edit.field} />
      <div className="mc-editor__fields">
        <EditFields {...edit} />
        <SelectField
          name="decisionId"
          label={t('catalogue.bulk.decision')}
          hint={
            <>
              {t('catalogue.bulk.decision.hint')} <a href={decisionsHome}>{t('catalogue.decision.new')}</a>
            </>
          }
          empty={t('catalogue.bulk.decision.choose')}
          value={edit.typed.decisionId}
          problem={problem('/decisionId')}
          options={decisions.map(({ decisionId, number, title }) => ({
            value: decisionId,
            label: title === undefined ? number : `${number} – ${title}`,
          }))}
        />
      </div>
      <fieldset className="mc-chosen" id="codes">
        <legend>{t('catalogue.bulk.procedures', { count: procedures.length })}</legend>
        <ul className="mc-chosen__list">
          {procedures.map(({ code, name, sector }) => (
            <li key={code}>
              <Tick
                name="code"
                id={`code-${code}`}
                value={code}
                checked={ticked === undefined || ticked.has(code)}
                label={
                  <>
                    <span className="mc-number">{code}</span> {name}{' '}
                    <span className="mc-subtle mc-small">({sector})</span>
                  </>
                }
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <button type="submit" className="ds-button mc-fit" data-variant="primary">
        {t('catalogue.bulk.show')}
      </button>
    </form>
  );
}
