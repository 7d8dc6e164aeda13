import type { DraftRow } from '../../../modules/process/contract.ts';
import type { Step } from '../../../modules/process/public.ts';
import type { Translate } from '../../../texts/translate.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useTexts } from '../../ui/use-texts.ts';
import { roleText } from '../office-queues.ts';
import type { UnitChoice } from './edit/editor-props.ts';
import { hoursText, unitText } from './edit/row-texts.ts';

/** The steps of a process to read. */
export function StepsTable({
  steps,
  units,
}: {
  readonly steps: readonly (DraftRow | Step)[];
  readonly units: readonly UnitChoice[];
}) {
  const { t } = useTexts();
  return (
    <DataTable
      caption={t('process.edit.caption')}
      rows={steps.map((step, at) => ({ step, at }))}
      keyOf={({ step }) => step.key}
      columns={[
        { key: 'order', header: t('process.edit.column.order'), cell: ({ at }) => at + 1 },
        { key: 'name', header: t('process.edit.column.name'), isName: true, cell: ({ step }) => step.name },
        {
          key: 'performer',
          header: t('process.edit.column.performer'),
          cell: ({ step }) => performerText(step, units, t),
        },
        {
          key: 'hours',
          header: t('process.edit.column.hours'),
          align: 'end',
          cell: ({ step }) => hoursText(step.hours),
        },
        { key: 'output', header: t('process.edit.column.output'), cell: ({ step }) => step.output ?? '' },
      ]}
    />
  );
}

function performerText(step: DraftRow | Step, units: readonly UnitChoice[], t: Translate): string {
  if (step.performerName !== undefined) return step.performerName;
  const performer = 'performer' in step ? step.performer : undefined;
  if (performer === undefined) return t(`process.edit.kind.${step.kind}`);
  const value = unitText(performer.unit);
  return `${t(roleText(performer.role))} – ${units.find((unit) => unit.value === value)?.label ?? value}`;
}
