import type { ClockPageView, StepClockView, UnitTimeView } from '../../../modules/dossiers/contract.ts';
import { formatWorkingTime } from '../../../texts/format.ts';
import type { Translate } from '../../../texts/translate.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateTime } from '../../ui/moments.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { useTexts } from '../../ui/use-texts.ts';

/** The clock of each step beside that of the dossier, how long it lay where, and whose delay it is. */
export function StepClocks({ view }: { readonly view: ClockPageView }) {
  const { t } = useTexts();
  if (view.steps.length === 0) return null;
  const cause = view.steps.find(({ isCause }) => isCause);
  return (
    <>
      <section className="mc-stack mc-stack--snug" aria-labelledby="tung-buoc">
        <h2 id="tung-buoc">{t('clock.steps')}</h2>
        <p>
          {cause === undefined ? (
            t('clock.nothing-over')
          ) : (
            <StatusTag tone="danger">
              {t('clock.cause', {
                unit: cause.unit.name,
                step: cause.stepName,
                time: formatWorkingTime(cause.overMinutes),
              })}
            </StatusTag>
          )}
        </p>
        <DataTable
          caption={t('clock.steps')}
          columns={stepColumns(t)}
          rows={view.steps}
          keyOf={(step) => `${step.stepName} ${step.unit.unitId}`}
        />
      </section>
      <section className="mc-stack mc-stack--snug" aria-labelledby="nam-tai-don-vi">
        <h2 id="nam-tai-don-vi">{t('clock.units')}</h2>
        <DataTable
          caption={t('clock.units')}
          columns={unitColumns(t)}
          rows={view.units}
          keyOf={({ unit }) => unit.unitId}
        />
      </section>
    </>
  );
}

function stepColumns(t: Translate): readonly Column<StepClockView>[] {
  return [
    {
      key: 'step',
      header: t('clock.steps.step'),
      isName: true,
      cell: (step) => (
        <>
          {step.stepName}
          {step.isOpen ? (
            <>
              {' '}
              <StatusTag tone="info">{t('clock.steps.open')}</StatusTag>
            </>
          ) : null}
        </>
      ),
    },
    { key: 'unit', header: t('clock.steps.unit'), cell: (step) => step.unit.name },
    { key: 'share', header: t('clock.steps.share'), cell: (step) => time(step.shareMinutes, t) },
    { key: 'used', header: t('clock.steps.used'), cell: (step) => time(step.usedMinutes, t) },
    { key: 'over', header: t('clock.steps.over'), cell: (step) => over(step.overMinutes, t) },
    {
      key: 'due',
      header: t('clock.steps.due'),
      cell: (step) => (step.dueAt === undefined ? '–' : <DateTime at={new Date(step.dueAt)} />),
    },
  ];
}

function unitColumns(t: Translate): readonly Column<UnitTimeView>[] {
  return [
    { key: 'unit', header: t('clock.steps.unit'), isName: true, cell: ({ unit }) => unit.name },
    { key: 'held', header: t('clock.units.held'), cell: (row) => time(row.heldMinutes, t) },
    { key: 'suspended', header: t('clock.units.suspended'), cell: (row) => time(row.suspendedMinutes, t) },
    { key: 'technical', header: t('clock.units.technical'), cell: (row) => time(row.technicalMinutes, t) },
    { key: 'over', header: t('clock.units.over'), cell: (row) => over(row.overMinutes, t) },
  ];
}

function time(minutes: number, t: Translate): string {
  return minutes === 0 ? t('clock.time.none') : formatWorkingTime(minutes);
}

function over(minutes: number, t: Translate) {
  if (minutes === 0) return t('clock.time.none');
  return <StatusTag tone="danger">{formatWorkingTime(minutes)}</StatusTag>;
}
