import { useEffect, useState } from 'react';
import type { TextKey } from '../../../../texts/catalogue.ts';
import { useTexts } from '../../../ui/use-texts.ts';
import { roleText } from '../../office-queues.ts';
import type { UnitChoice } from '../edit/editor-props.ts';
import { canBranch } from './branch-module.ts';
import {
  type DiagramElement,
  ownExtension,
  propertiesOf,
  type ShownDiagram,
  type StepProperties,
} from './diagram-parts.ts';

export interface PropertiesPanelProps {
  readonly diagram: ShownDiagram;
  readonly element: DiagramElement | undefined;
  readonly units: readonly UnitChoice[];
}

const kinds = ['intake', 'work', 'sign', 'issue', 'return'] as const;
const roles = ['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk'] as const;
const grounds = ['financial-duty', 'verification', 'other-agency', 'supplement'] as const;

/** What the chosen step says besides its place: reached with the keyboard, written when a box is left. */
export function PropertiesPanel({ diagram, element, units }: PropertiesPanelProps) {
  const { t } = useTexts();
  const own = element && ownExtension(element);
  const chooser = (
    <Choice
      id="so-do.buoc"
      label={t('process.diagram.chosen')}
      value={own === undefined ? '' : (element?.id ?? '')}
      options={diagram.steps().map((step) => ({
        value: step.id,
        label: step.businessObject.name ?? t('process.diagram.unnamed'),
      }))}
      onChosen={diagram.select}
    />
  );
  if (element === undefined || own === undefined)
    return (
      <section
        className="mc-panel mc-panel--tinted mc-stack mc-stack--snug"
        aria-label={t('process.diagram.properties')}
      >
        {chooser}
        <p className="mc-subtle">{t('process.diagram.choose')}</p>
      </section>
    );
  const said = propertiesOf(element);
  const write = (change: StepProperties) => diagram.write(element, { ...said, ...change });
  const choice = (
    name: string,
    label: TextKey,
    options: readonly UnitChoice[],
    change = (value: string): StepProperties => ({ [name]: value }),
  ) => (
    <Choice
      key={name}
      id={`so-do.${name}`}
      label={t(label)}
      value={said[name] ?? ''}
      options={options}
      onChosen={(value) => write(change(value))}
    />
  );
  const text = (name: string, label: TextKey) => (
    <Text
      key={name}
      id={`so-do.${name}`}
      label={t(label)}
      value={said[name] ?? ''}
      onWritten={(value) => write({ [name]: value })}
    />
  );
  return (
    <section
      className="mc-panel mc-panel--tinted mc-stack mc-stack--snug"
      aria-label={t('process.diagram.properties')}
    >
      {chooser}
      {text('name', 'process.edit.column.name')}
      {own === 'motcua:step' ? (
        <>
          {choice('unit', 'process.edit.unit', units, (unit) => ({ unit, role: said.role ?? 'specialist' }))}
          {choice(
            'role',
            'process.edit.role',
            roles.map((value) => ({ value, label: t(roleText(value)) })),
            (role) => ({ role, unit: said.unit ?? 'competent' }),
          )}
          {choice(
            'kind',
            'process.edit.column.kind',
            kinds.map((value) => ({ value, label: t(`process.edit.kind.${value}`) })),
          )}
        </>
      ) : (
        <>
          {text('message', 'process.edit.message')}
          {choice(
            'ground',
            'process.edit.ground',
            grounds.map((value) => ({ value, label: t(`process.edit.ground.${value}`) })),
            (ground) => ({
              ground,
              status: ground === '' ? '' : ground === 'supplement' ? '5' : '6',
            }),
          )}
        </>
      )}
      {text('hours', 'process.edit.column.hours')}
      {text('performerName', 'process.edit.column.performer')}
      {text('output', 'process.edit.column.output')}
      {text('citizenText', 'process.edit.citizen-text')}
      {canBranch(element) ? (
        <div>
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            data-size="sm"
            onClick={() => diagram.branch(element)}
          >
            {t('process.diagram.branch')}
          </button>
        </div>
      ) : null}
    </section>
  );
}

function Text({
  id,
  label,
  value,
  onWritten,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onWritten: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="medium" data-size="sm" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="ds-input"
        data-size="sm"
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => text !== value && onWritten(text.trim().replace(/^(\d+),(\d+)$/, '$1.$2'))}
      />
    </div>
  );
}

function Choice({
  id,
  label,
  value,
  options,
  onChosen,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly UnitChoice[];
  readonly onChosen: (value: string) => void;
}) {
  const isKnown = value === '' || options.some((option) => option.value === value);
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="medium" data-size="sm" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="ds-input"
        data-size="sm"
        value={value}
        onChange={(event) => onChosen(event.currentTarget.value)}
      >
        <option value="">–</option>
        {isKnown ? null : <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
