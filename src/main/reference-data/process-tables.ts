import type { PerformerUnit, ProcessTable, Step } from '../../modules/process/public.ts';
import type { ProcessFile } from './processes.ts';

type FileStep = ProcessFile['steps'][number];

/** What process takes: the rows of the decision, waits (a tax notice, its payment) among them. */
export function toProcessTable(file: ProcessFile): ProcessTable {
  return { steps: file.steps.map(toStep) };
}

function toStep(step: FileStep): Step {
  const facts = { key: step.key, name: step.name, ...(step.output ? { output: step.output } : {}) };
  if (step.kind !== 'wait') {
    const { hours, kind, performer, notBy } = step;
    return {
      ...facts,
      performer: { unit: performerUnit(performer.unit), role: performer.role },
      hours,
      kind,
      ...(notBy && { notBy }),
    };
  }
  const { kind, message, suspension, limit, citizenText } = step;
  return {
    ...facts,
    kind,
    wait: { message, suspension, ...(limit && { limit }) },
    ...(citizenText !== undefined && { citizenText }),
  };
}

function performerUnit(unit: string): PerformerUnit {
  if (unit === 'oneStop' || unit === 'competent') return unit;
  return { section: unit.slice('section:'.length) };
}
