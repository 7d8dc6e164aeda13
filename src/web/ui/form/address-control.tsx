import { type ReactNode, useEffect } from 'react';
import { type AddressField, type AddressUnit, addressDay } from '../../../modules/forms/contract.ts';
import { formatDate } from '../../../texts/format.ts';
import { fieldId } from '../error-summary.tsx';
import { useTexts } from '../use-texts.ts';
import { ControlGroup, type ControlProps, useControl } from './field-shell.tsx';
import { unitsKey, useFormState } from './form-state.ts';

/** Province and commune as they were on the day the field says, and a line of detail. `level` holds the fields beside it. */
export function AddressControl({
  field,
  pointer,
  value,
  level,
}: ControlProps<AddressField> & { readonly level: Readonly<Record<string, unknown>> }) {
  const { t } = useTexts();
  const { context, units, rows } = useFormState();
  const on = addressDay(field, context.today, field.at === undefined ? undefined : level[field.at]);
  const typed = partsOf(value);
  const communesKey = unitsKey(on, typed.province);
  const provinces = units[unitsKey(on)];
  const communes = typed.province === '' ? [] : units[communesKey];
  useEffect(() => {
    rows.wantUnits(unitsKey(on));
    if (typed.province !== '') rows.wantUnits(communesKey);
  }, [rows, on, typed.province, communesKey]);
  const dated = field.at !== undefined && on !== context.today;
  const hint = dated
    ? [field.help, t('form.address-on', { date: formatDate(on) })].filter(Boolean).join(' ')
    : field.help;
  return (
    <ControlGroup pointer={pointer} label={field.label} hint={hint} className="mc-field--group">
      <UnitList
        pointer={`${pointer}/province`}
        label={t('form.province')}
        chosen={typed.province}
        units={provinces ?? []}
      />
      {communes === null ? (
        <Line pointer={`${pointer}/communeText`} label={t('form.commune-text')} value={typed.communeText} />
      ) : (
        <UnitList
          key={communesKey}
          pointer={`${pointer}/commune`}
          label={t('form.commune')}
          chosen={typed.commune}
          units={communes ?? []}
        />
      )}
      <noscript>
        <button
          className="ds-button"
          data-variant="secondary"
          name="_action"
          value={`refresh:${fieldId(pointer)}`}
          type="submit"
        >
          {t('form.show-communes')}
        </button>
      </noscript>
      <Line pointer={`${pointer}/detail`} label={t('form.address-detail')} value={typed.detail} />
    </ControlGroup>
  );
}

function UnitList(props: {
  readonly pointer: string;
  readonly label: string;
  readonly chosen: string;
  readonly units: readonly AddressUnit[];
}) {
  const { t } = useTexts();
  const { id, problem, described } = useControl(props.pointer);
  return (
    <PartShell pointer={props.pointer} label={props.label}>
      <select
        id={id}
        name={id}
        className="ds-input"
        key={props.units.length}
        defaultValue={props.chosen}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={described}
      >
        <option value="">{t('form.choose')}</option>
        {props.units.map((unit) => (
          <option key={unit.code} value={unit.code}>
            {unit.name}
          </option>
        ))}
      </select>
    </PartShell>
  );
}

function Line(props: { readonly pointer: string; readonly label: string; readonly value: string }) {
  const { id, problem, described } = useControl(props.pointer);
  return (
    <PartShell pointer={props.pointer} label={props.label}>
      <input
        id={id}
        name={id}
        className="ds-input"
        type="text"
        defaultValue={props.value}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={described}
      />
    </PartShell>
  );
}

function PartShell(props: {
  readonly pointer: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const { id, problem } = useControl(props.pointer);
  return (
    <div className="ds-field mc-field__sub">
      <label className="ds-label" data-weight="regular" htmlFor={id}>
        {props.label}
      </label>
      {problem === undefined ? null : (
        <p className="ds-validation-message" id={`${id}-loi`}>
          {problem}
        </p>
      )}
      {props.children}
    </div>
  );
}

function partsOf(value: unknown) {
  const part = (name: string): string => {
    const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    return typeof text === 'string' ? text : '';
  };
  return {
    province: part('province'),
    commune: part('commune'),
    communeText: part('communeText'),
    detail: part('detail'),
  };
}
