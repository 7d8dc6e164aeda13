import type { OnBehalf, TimelineEntry } from '../contract.ts';

/** One event of a dossier's history. */
export interface PastEvent {
  readonly seq: number;
  readonly type: string;
  readonly recordedAt: Date;
  /** Account of a person, task of the system, null for a visitor. */
  readonly actorId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Names the timeline needs and events do not hold. */
export interface TimelineNames {
  /** Name of the unit an id stands for. */
  readonly unit: (unitId: string) => string;
  /** Who an account is: name and post; undefined hides the person (citizens see the office). */
  readonly actor: (event: PastEvent) => string | undefined;
  /** Who an account is, for officers; undefined hides the person. */
  readonly person?: (account: string) => string | undefined;
  /** Under whose power, for officers: the delegation an event names. */
  readonly onBehalf?: (delegationId: string) => OnBehalf | undefined;
}

/** Facts of an event that its sentence may name. */
const shown: ReadonlySet<string> = new Set([
  'stepName',
  'amount',
  'receiptNumber',
  'number',
  'promisedAt',
  'channel',
  'form',
  'groundName',
  'effect',
  'papers',
  'document',
  'as',
  'trackingNumber',
  'travels',
  'part',
  'field',
]);

const officeOnly: ReadonlySet<string> = new Set([
  'dossiers.stepTakenUp',
  'dossiers.stepAssigned',
  'dossiers.stepReleased',
  'dossiers.resultScanned',
  'dossiers.papersScanned',
  'dossiers.letterIssued',
  'dossiers.supplementRefused',
  'dossiers.opinionAsked',
  'dossiers.opinionClosed',
]);

/** Everything that happened, for officers. */
export function officerTimeline(
  events: readonly PastEvent[],
  names: TimelineNames,
): readonly TimelineEntry[] {
  return events.map((event) => entryOf(event, keyOf(event), names));
}

/**
 * What happened in plain words, for citizens: who works where, not who works on it. Steps taken up, scans and letters
 * rendered are the office's own business.
 */
export function citizenTimeline(
  events: readonly PastEvent[],
  unit: TimelineNames['unit'],
): readonly TimelineEntry[] {
  return events
    .filter((event) => !officeOnly.has(event.type))
    .filter((event) => event.type !== 'dossiers.timerFired' || event.payload.kind === 'proceed')
    .filter((event) => event.type !== 'dossiers.stepCompleted' || event.payload.kind !== 'return')
    .map((event) => entryOf(event, `citizen.${keyOf(event)}`, { unit, actor: () => undefined }));
}

function keyOf(event: PastEvent): string {
  const name = event.type.slice(event.type.indexOf('.') + 1);
  if (event.type === 'dossiers.timerFired') return `${name}.${String(event.payload.kind)}`;
  if (event.type === 'dossiers.promised') return `${name}.${String(event.payload.kind)}`;
  if (event.type === 'dossiers.submitted' && event.payload.helper === true) return `${name}.helper`;
  if (event.type !== 'dossiers.stepCompleted') return name;
  return event.payload.outcome === 'back' ? 'stepSentBack' : `stepCompleted.${String(event.payload.kind)}`;
}

function entryOf(event: PastEvent, key: string, names: TimelineNames): TimelineEntry {
  const by = names.actor(event);
  const { actsFor, delegationId } = event.payload;
  const onBehalf = typeof delegationId === 'string' ? names.onBehalf?.(delegationId) : undefined;
  const actedFor = typeof actsFor === 'string' ? names.person?.(actsFor) : undefined;
  return {
    seq: event.seq,
    at: event.recordedAt.toISOString(),
    key,
    params: paramsOf(event, names),
    ...(by !== undefined && { by }),
    ...(actedFor !== undefined && { actedFor }),
    ...(onBehalf !== undefined && { onBehalf }),
  };
}

function paramsOf(event: PastEvent, names: TimelineNames): TimelineEntry['params'] {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(event.payload)) {
    if (shown.has(name) && (typeof value === 'string' || typeof value === 'number')) params[name] = value;
  }
  if (typeof event.payload.toAccount === 'string') {
    params.person = names.person?.(event.payload.toAccount) ?? '';
  }
  if (typeof event.payload.unitId === 'string') params.unit = names.unit(event.payload.unitId);
  return params;
}
