import type { DateField } from '../../../modules/forms/contract.ts';
import { useTexts } from '../use-texts.ts';
import { ControlGroup, type ControlProps, useControl } from './field-shell.tsx';

/** Day, month and year in three boxes: quicker than a calendar for a day one knows, and the same for partial dates. */
export function DateControl({ field, pointer, value }: ControlProps<DateField>) {
  const { t } = useTexts();
  const hint =
    field.help ?? (field.kind === 'partialDate' ? t('form.partial-date-hint') : t('form.date-hint'));
  const { id, problem } = useControl(pointer, hint);
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
  const parts = [
    { name: 'day', label: t('form.day'), value: day, length: 2 },
    { name: 'month', label: t('form.month'), value: month, length: 2 },
    { name: 'year', label: t('form.year'), value: year, length: 4 },
  ];
  return (
    <ControlGroup pointer={pointer} label={field.label} hint={hint}>
      <div className="mc-field__parts">
        {parts.map((part) => (
          <div key={part.name} className="mc-field__part" data-length={part.length}>
            <label className="ds-label" data-weight="regular" htmlFor={`${id}.${part.name}`}>
              {part.label}
            </label>
            <input
              id={`${id}.${part.name}`}
              name={`${id}.${part.name}`}
              className="ds-input"
              type="text"
              inputMode="numeric"
              maxLength={part.length}
              defaultValue={part.value}
              aria-invalid={problem === undefined ? undefined : true}
            />
          </div>
        ))}
      </div>
    </ControlGroup>
  );
}
