import type { DraftRow } from '../../../../modules/process/contract.ts';
import type { TextKey } from '../../../../texts/catalogue.ts';
import { useTexts } from '../../../ui/use-texts.ts';
import { roleText } from '../../office-queues.ts';
import { DetailSelect, DetailText, DetailTicks } from './detail-fields.tsx';
import { outcomes, preconditions, separable } from './detail-lists.ts';
import { fieldName } from './draft-form.ts';
import type { RowChange } from './edit-state.ts';
import type { RowProps } from './editor-props.ts';
import {
  choicesOfText,
  choicesText,
  marks,
  timersWith,
  timerText,
  unitOfText,
  unitText,
} from './row-texts.ts';
import { RowTools } from './row-tools.tsx';

const roles = ['oneStopOfficer', 'specialist', 'headOfSection', 'leader', 'recordsClerk'] as const;
const rules = ['group', 'previous', 'roundRobin'] as const;
const grounds = ['financial-duty', 'verification', 'other-agency', 'supplement'] as const;

/** Everything of a step that the decision's columns have no room for. */
export function RowDetails(props: RowProps) {
  const { row, rows, act, units } = props;
  const { t } = useTexts();
  const change = (what: RowChange) => act({ kind: 'row', key: row.key, change: what });
  const of = (field: string, label: TextKey) => ({
    id: `${row.key}.${field}`,
    name: fieldName(row.key, field),
    label: t(label),
  });
  const optional = (text: string) => (text.trim() === '' ? undefined : text.trim());
  return (
    <details className="mc-steps__more">
      <summary>{t('process.edit.details')}</summary>
      <div className="mc-steps__fields">
        {row.kind === 'wait' ? (
          <WaitFields {...props} />
        ) : (
          <>
            <DetailSelect
              {...of('unit', 'process.edit.unit')}
              value={row.performer === undefined ? '' : unitText(row.performer.unit)}
              options={units}
              onChosen={(value) => change(performerChange(row, { unit: unitOfText(value) }))}
            />
            <DetailSelect
              {...of('role', 'process.edit.role')}
              value={row.performer?.role ?? ''}
              options={roles.map((role) => ({ value: role, label: t(roleText(role)) }))}
              onChosen={(value) =>
                change(performerChange(row, { role: roles.find((role) => role === value) }))
              }
            />
            <DetailSelect
              {...of('rule', 'process.edit.rule')}
              value={row.performer?.rule ?? 'group'}
              options={rules.map((rule) => ({ value: rule, label: t(`process.edit.rule.${rule}`) }))}
              onChosen={(value) =>
                row.performer &&
                change({
                  performer: { ...row.performer, rule: rules.find((rule) => rule === value) ?? 'group' },
                })
              }
            />
          </>
        )}
        <DetailText
          {...of('together', 'process.edit.together-label')}
          value={row.together ?? ''}
          hint={t('process.edit.together-hint')}
          onWritten={(text) => change({ together: label(text) })}
        />
        <DetailText
          {...of('branch', 'process.edit.branch')}
          value={row.branch ?? ''}
          hint={t('process.edit.branch-hint')}
          onWritten={(text) => change({ branch: label(text) })}
        />
        <DetailText
          {...of('citizenText', 'process.edit.citizen-text')}
          value={row.citizenText ?? ''}
          onWritten={(text) => change({ citizenText: optional(text) })}
        />
        {row.kind === 'wait' ? null : (
          <>
            <DetailText
              {...of('choices', 'process.edit.choices')}
              lines={3}
              value={choicesText(row, rows)}
              hint={t('process.edit.choices-hint')}
              onWritten={(text) => change({ choices: choicesOfText(text, row, rows) })}
            />
            <DetailText
              {...of('warn', 'process.edit.timer.warn')}
              isNumber
              value={timerText(row, 'warn')}
              onWritten={(text) => change({ timers: timersWith(row, 'warn', text) })}
            />
            <DetailText
              {...of('escalate', 'process.edit.timer.escalate')}
              isNumber
              value={timerText(row, 'escalate')}
              onWritten={(text) => change({ timers: timersWith(row, 'escalate', text) })}
            />
            <DetailText
              {...of('proceed', 'process.edit.timer.proceed')}
              isNumber
              value={timerText(row, 'proceed')}
              hint={t('process.edit.timer.proceed-hint')}
              onWritten={(text) => change({ timers: timersWith(row, 'proceed', text) })}
            />
            <DetailTicks
              {...of('outcomes', 'process.edit.outcomes')}
              hint={t('process.edit.outcomes-hint')}
              chosen={row.outcomes ?? []}
              options={outcomes.map((value) => ({ value, label: t(`process.edit.outcome.${value}`) }))}
              onChosen={(values) => change({ outcomes: some(outcomes, values) })}
            />
            <DetailTicks
              {...of('preconditions', 'process.edit.preconditions')}
              chosen={row.preconditions ?? []}
              options={preconditions.map((value) => ({
                value,
                label: t(`process.edit.precondition.${value}`),
              }))}
              onChosen={(values) => change({ preconditions: some(preconditions, values) })}
            />
            <DetailTicks
              {...of('notBy', 'process.edit.not-by')}
              hint={t('process.edit.not-by-hint')}
              chosen={row.notBy ?? []}
              options={separable(row, rows).map(({ key, name }) => ({ value: key, label: name }))}
              onChosen={(values) =>
                change({
                  notBy: some(
                    separable(row, rows).map(({ key }) => key),
                    values,
                  ),
                })
              }
            />
          </>
        )}
      </div>
      <RowTools {...props} />
    </details>
  );
}

function WaitFields({ row, act }: RowProps) {
  const { t } = useTexts();
  const wait = row.wait ?? { message: row.key };
  const of = (field: string) => ({ id: `${row.key}.${field}`, name: fieldName(row.key, field) });
  const change = (next: DraftRow['wait']) => act({ kind: 'row', key: row.key, change: { wait: next } });
  return (
    <>
      <DetailText
        {...of('message')}
        label={t('process.edit.message')}
        value={wait.message}
        hint={t('process.edit.message-hint')}
        onWritten={(text) => change({ ...wait, message: label(text) ?? row.key })}
      />
      <DetailSelect
        {...of('ground')}
        label={t('process.edit.ground')}
        value={wait.suspension?.ground ?? ''}
        empty={t('process.edit.ground-none')}
        options={grounds.map((value) => ({ value, label: t(`process.edit.ground.${value}`) }))}
        onChosen={(ground) =>
          change(
            ground === ''
              ? { message: wait.message }
              : { ...wait, suspension: { ground, status: ground === 'supplement' ? 5 : 6 } },
          )
        }
      />
    </>
  );
}

function performerChange(
  row: DraftRow,
  part: {
    readonly unit?: NonNullable<DraftRow['performer']>['unit'] | undefined;
    readonly role?: NonNullable<DraftRow['performer']>['role'] | undefined;
  },
): RowChange {
  const unit = part.unit ?? row.performer?.unit ?? 'competent';
  const role = part.role ?? row.performer?.role ?? 'specialist';
  return { performer: { ...row.performer, unit, role }, guessed: marks(row, 'performer', false) };
}

/** A label as a key: `Nhánh A` is `nhanh-a`. */
function label(text: string): string | undefined {
  const words = text
    .trim()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[đĐ]/g, 'd');
  const key = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return key === '' ? undefined : key.slice(0, 60);
}

function some<Value extends string>(all: readonly Value[], values: readonly string[]): Value[] | undefined {
  const chosen = all.filter((value) => values.includes(value));
  return chosen.length === 0 ? undefined : chosen;
}
