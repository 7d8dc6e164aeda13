import type { PerformedStep, ProcessVersion } from '../../process/public.ts';
import type { ProcedureContent } from './content.ts';

type PublishedStep = ProcedureContent['steps'][number];

/** Who performs a step whose decision does not word it: the part of the unit and the office held there. */
export interface StepPerformer {
  readonly unit: 'oneStop' | 'competent' | 'section' | 'agency';
  readonly role: PerformedStep['performer']['role'];
}

/** A step as the public reads it: in the decision's words where there are some. */
export interface ToldStep extends PublishedStep {
  readonly performedBy?: StepPerformer;
}

/** The steps of a procedure on a day, and the process they are taken from when one is running. */
export interface StepsTold {
  readonly steps: readonly ToldStep[];
  readonly running?: Pick<ProcessVersion, 'name' | 'nameEn' | 'certainty' | 'validFrom'>;
}

/**
 * What the public is told of the way of a dossier (practice 24): the steps and hours of the process that runs, with the
 * performers as the published steps word them, and the waits published between them unless the process has its own.
 * Without a running process what was published.
 */
export function stepsTold(
  published: readonly PublishedStep[],
  process: ProcessVersion | undefined,
): StepsTold {
  if (!process) return { steps: published };
  const { name, nameEn, certainty, validFrom, table } = process;
  const ownWaits = table.steps.some((step) => step.kind === 'wait');
  const steps = table.steps.flatMap((step): readonly ToldStep[] => {
    const at = published.findIndex((candidate) => candidate.name === step.name);
    const words = at < 0 ? undefined : published[at];
    const output = step.output ?? words?.output;
    const told = { name: step.name, ...wordsOf(words), ...(output ? { output } : {}) };
    if (step.kind === 'wait') return [told];
    const { unit, role } = step.performer;
    return [
      { ...told, hours: step.hours, performedBy: { unit: partOf(unit), role } },
      ...(ownWaits || at < 0 ? [] : waitsAfter(published, at)),
    ];
  });
  return { steps, running: { name, certainty, validFrom, ...(nameEn ? { nameEn } : {}) } };
}

function wordsOf(words: PublishedStep | undefined): Partial<PublishedStep> {
  const { nameEn, performer, performerEn } = words ?? {};
  return { nameEn, performer, performerEn };
}

/** Published rows without hours are waits for somebody outside. */
function waitsAfter(published: readonly PublishedStep[], at: number): readonly PublishedStep[] {
  const after = published.slice(at + 1);
  const end = after.findIndex((step) => step.hours !== undefined);
  return after.slice(0, end < 0 ? after.length : end);
}

function partOf(unit: PerformedStep['performer']['unit']): StepPerformer['unit'] {
  if (typeof unit === 'string') return unit;
  return 'section' in unit ? 'section' : 'agency';
}
