import type { ChoiceField, YesNoField } from '../../../modules/forms/contract.ts';
import { useTexts } from '../use-texts.ts';
import { ControlGroup, type ControlProps, LabelledControl, useControl } from './field-shell.tsx';

/** More options than this are offered in a list instead of one under the other. */
const mostInSight = 7;

/** One of a few: buttons to press; one of many: a list; several: boxes to tick. */
export function ChoiceControl(props: ControlProps<ChoiceField>) {
  const { field, pointer, value } = props;
  if (field.kind === 'choice' && field.options.length > mostInSight) return <ListControl {...props} />;
  const chosen = Array.isArray(value) ? value : [value];
  return (
    <ControlGroup pointer={pointer} label={field.label} hint={field.help}>
      {field.options.map((option) => (
        <Option
          key={option.value}
          type={field.kind === 'choice' ? 'radio' : 'checkbox'}
          pointer={pointer}
          option={option}
          chosen={chosen.includes(option.value)}
        />
      ))}
    </ControlGroup>
  );
}

/** Yes or no; neither until one is pressed. */
export function YesNoControl({ field, pointer, value }: ControlProps<YesNoField>) {
  const { t } = useTexts();
  return (
    <ControlGroup pointer={pointer} label={field.label} hint={field.help} className="mc-field--side">
      <Option
        type="radio"
        pointer={pointer}
        option={{ value: 'true', label: t('form.yes') }}
        chosen={value === true || value === 'true'}
      />
      <Option
        type="radio"
        pointer={pointer}
        option={{ value: 'false', label: t('form.no') }}
        chosen={value === false || value === 'false'}
      />
    </ControlGroup>
  );
}

function Option(props: {
  readonly type: 'radio' | 'checkbox';
  readonly pointer: string;
  readonly option: { readonly value: string; readonly label: string };
  readonly chosen: boolean;
}) {
  const { id: name, problem } = useControl(props.pointer);
  const id = `${name}.${props.option.value}`;
  return (
    <div className="ds-field mc-option">
      <input
        className="ds-input"
        type={props.type}
        id={id}
        name={name}
        value={props.option.value}
        defaultChecked={props.chosen}
        aria-invalid={problem === undefined ? undefined : true}
      />
      <label className="ds-label" data-weight="regular" htmlFor={id}>
        {props.option.label}
      </label>
    </div>
  );
}

function ListControl({ field, pointer, value }: ControlProps<ChoiceField>) {
  const { t } = useTexts();
  const { id, problem, described } = useControl(pointer, field.help);
  return (
    <LabelledControl pointer={pointer} label={field.label} hint={field.help}>
      <select
        id={id}
        name={id}
        className="ds-input"
        defaultValue={typeof value === 'string' ? value : ''}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={described}
      >
        <option value="">{t('form.choose')}</option>
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </LabelledControl>
  );
}
