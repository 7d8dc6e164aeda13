import type { PerformedStep, PerformerUnit, ProcessTable } from '../../modules/process/public.ts';
import type { ProcessFile } from './processes.ts';

type FileStep = ProcessFile['steps'][number];

/**
 * What process takes: the steps somebody performs. Waits (a tax notice, its payment) are no steps: they suspend
 * the clock while the step before them is open, and are told to the public with the published steps.
 */
export function toProcessTable(
  file: ProcessFile,
): ProcessTable & { readonly steps: readonly PerformedStep[] } {
  return { steps: file.steps.flatMap(toStep) };
}

function toStep(step: FileStep): readonly PerformedStep[] {
  if (step.kind === 'wait') return [];
  return [
    {
      key: step.key,
      name: step.name,
      performer: { unit: performerUnit(step.performer.unit), role: step.performer.role },
      hours: step.hours,
      kind: step.kind,
      ...(step.output ? { output: step.output } : {}),
    },
  ];
}

function performerUnit(unit: string): PerformerUnit {
  if (unit === 'oneStop' || unit === 'competent') return unit;
  return { section: unit.slice('section:'.length) };
}
