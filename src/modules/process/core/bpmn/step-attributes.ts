import type { Performer } from '../flow/performer.ts';
import type { PerformedStep, WaitStep } from '../flow/step.ts';
import type { StepTimer } from '../flow/step-timer.ts';

/** Attributes of one of our extension elements; what is absent is left out. */
export type Attributes = Readonly<Record<string, string>>;

/** What `motcua:step` writes of a step besides its coordinators; `readStepExtension` reads it. */
export function stepAttributes(step: PerformedStep): Attributes {
  return {
    key: step.key,
    kind: step.kind,
    hours: String(step.hours),
    ...performerAttributes(step.performer),
    ...optional('performerName', step.performerName),
    ...optional('output', step.output),
    ...optional('citizenText', step.citizenText),
    ...optional('outcomes', step.outcomes?.join(' ')),
    ...optional('preconditions', step.preconditions?.join(' ')),
    ...optional('notBy', step.notBy?.join(' ')),
  };
}

/** What `motcua:wait` writes of a wait. */
export function waitAttributes(step: WaitStep): Attributes {
  const { message, suspension } = step.wait;
  return {
    key: step.key,
    message,
    ...(suspension && { ground: suspension.ground, status: String(suspension.status) }),
    ...optional('hours', step.hours === undefined ? undefined : String(step.hours)),
    ...optional('performerName', step.performerName),
    ...optional('output', step.output),
    ...optional('citizenText', step.citizenText),
  };
}

export function performerAttributes({ unit, ...more }: Performer): Attributes {
  if (typeof unit === 'string') return { unit, ...more };
  return { unit: 'section' in unit ? `section:${unit.section}` : `agency:${unit.agency}`, ...more };
}

/** What `motcua:timer` writes; a time in hours is also the duration of the event. */
export function timerAttributes({ key, kind, at }: StepTimer): Attributes {
  return {
    key,
    kind,
    ...('share' in at && { share: String(at.share) }),
    ...('beforeDue' in at && { beforeDue: String(at.beforeDue) }),
    ...('hours' in at && { hours: String(at.hours) }),
  };
}

function optional(name: string, value: string | undefined): Attributes {
  return value === undefined || value === '' ? {} : { [name]: value };
}
