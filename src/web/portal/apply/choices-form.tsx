import type { Question } from '../../../modules/catalogue/contract.ts';
import type { UnitLabel } from '../../../modules/dossiers/contract.ts';
import { useTexts } from '../../ui/use-texts.ts';
import { type Choices, caseName, questionName, unitName } from './choices.ts';

export interface ChoicesFormProps {
  readonly questions: readonly Question[];
  readonly cases: readonly { readonly key: string; readonly name: string }[];
  readonly caseByName: boolean;
  readonly units: readonly UnitLabel[];
  readonly choices: Choices;
  /** A helper's: under which consent. */
  readonly consentId: string | undefined;
}

/** The few questions that decide which papers are asked for and who decides. Sent by GET: the address keeps them. */
export function ChoicesForm({ questions, cases, caseByName, units, choices, consentId }: ChoicesFormProps) {
  const { t } = useTexts();
  const hasChoices = questions.length > 0 || units.length > 1 || (caseByName && cases.length > 1);
  if (!hasChoices) return null;
  return (
    <form method="get" className="mc-stack mc-stack--loose">
      <input type="hidden" name="xem" value="1" />
      {consentId === undefined ? null : <input type="hidden" name="cho" value={consentId} />}
      {questions.map((question) => (
        <RadioGroup
          key={question.key}
          name={questionName(question.key)}
          legend={question.text}
          options={question.options.map(({ key, text }) => ({ value: key, label: text }))}
          chosen={choices.answers[question.key]}
        />
      ))}
      {caseByName && cases.length > 1 ? (
        <RadioGroup
          name={caseName}
          legend={t('apply.case')}
          options={cases.map(({ key, name }) => ({ value: key, label: name }))}
          chosen={choices.caseKey}
        />
      ) : null}
      {units.length > 1 ? (
        <div className="ds-field mc-field">
          <label className="ds-label" htmlFor={unitName}>
            {t('apply.unit')}
          </label>
          <p data-field="description" id={`${unitName}-goi-y`}>
            {t('apply.unit.hint')}
          </p>
          <select
            id={unitName}
            name={unitName}
            className="ds-input"
            defaultValue={choices.unit?.unitId ?? ''}
            aria-describedby={`${unitName}-goi-y`}
          >
            <option value="">{t('form.choose')}</option>
            {units.map((unit) => (
              <option key={unit.unitId} value={unit.unitId}>
                {unit.name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <button
        className="ds-button mc-form__submit"
        data-variant={choices.missing.length === 0 ? 'secondary' : 'primary'}
        type="submit"
      >
        {t('apply.show')}
      </button>
    </form>
  );
}

function RadioGroup(props: {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string | undefined;
}) {
  return (
    <fieldset className="ds-fieldset mc-field" id={props.name} tabIndex={-1}>
      <legend className="ds-label">{props.legend}</legend>
      {props.options.map(({ value, label }) => (
        <div key={value} className="ds-field mc-option">
          <input
            className="ds-input"
            type="radio"
            id={`${props.name}.${value}`}
            name={props.name}
            value={value}
            defaultChecked={props.chosen === value}
          />
          <label className="ds-label" data-weight="regular" htmlFor={`${props.name}.${value}`}>
            {label}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
