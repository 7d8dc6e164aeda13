import type { ModdleElement } from 'bpmn-moddle';
import type { StepTimer, TimerAt } from '../flow/step-timer.ts';
import { workingHours } from './duration.ts';
import { idOf, many, one, text } from './element.ts';
import { own } from './extension.ts';
import { onlyWay, targetOf, type Ways } from './read-ways.ts';
import { accept, ignore, type Reading, refuseElement } from './reading.ts';

/** The clocks of a step and where the interrupting ones lead. */
export interface Clocks {
  readonly timers: readonly StepTimer[];
  readonly timerWays: Readonly<Record<string, string>>;
}

/** Reads the boundary events of one activity: timers only. */
export function readClocks(reading: Reading, ways: Ways, events: readonly ModdleElement[]): Clocks {
  const timers: StepTimer[] = [];
  const timerWays: Record<string, string> = {};
  for (const event of events) {
    const timer = timerOf(reading, event);
    if (!timer) continue;
    if (timer.kind === 'proceed') {
      const next = onlyWay(reading, ways, event);
      if (next === undefined) continue;
      timerWays[timer.key] = next;
    }
    accept(reading, event, 'clock');
    timers.push(timer);
  }
  return { timers, timerWays };
}

function timerOf(reading: Reading, event: ModdleElement): StepTimer | undefined {
  const definition = onlyDefinition(event);
  if (definition?.$type !== 'bpmn:TimerEventDefinition') {
    refuseElement(reading, event, 'boundary-not-a-timer');
    return undefined;
  }
  const at = timerAt(reading, event, definition);
  if (!at) {
    refuseElement(reading, event, 'timer-not-a-duration');
    return undefined;
  }
  const said = own(event, 'timer', reading.prefix);
  const interrupts = event.cancelActivity !== false;
  const kind = interrupts ? 'proceed' : said?.kind === 'escalate' ? 'escalate' : 'warn';
  return { key: text(said, 'key') ?? idOf(event), kind, at };
}

/** By our extension (a share of the step, hours before it is due), else a duration in working hours. */
export function timerAt(
  reading: Reading,
  event: ModdleElement,
  definition: ModdleElement,
): TimerAt | undefined {
  const said = own(event, 'timer', reading.prefix);
  const share = Number(text(said, 'share') ?? Number.NaN);
  if (share > 0) return { share };
  const beforeDue = Number(text(said, 'beforeDue') ?? Number.NaN);
  if (beforeDue > 0) return { beforeDue };
  const exact = Number(text(said, 'hours') ?? Number.NaN);
  if (exact > 0) return { hours: exact };
  const duration = one(definition, 'timeDuration');
  const hours = workingHours(text(duration, 'body') ?? '');
  return hours === undefined ? undefined : { hours };
}

/** The one definition of an event; undefined when it has none or several. */
export function onlyDefinition(event: ModdleElement): ModdleElement | undefined {
  const [definition, ...more] = many(event, 'eventDefinitions');
  return more.length > 0 ? undefined : definition;
}

const automatic = new Set([
  'bpmn:ServiceTask',
  'bpmn:SendTask',
  'bpmn:IntermediateThrowEvent',
  'bpmn:EndEvent',
  'bpmn:ExclusiveGateway',
]);

/**
 * What a warning leads to is only drawn: a message sent and an end. Gives the elements behind the clocks that do not
 * interrupt; refuses a clock that would start a second token at a step.
 */
export function drawnBehindWarnings(
  reading: Reading,
  ways: Ways,
  elements: ReadonlyMap<string, ModdleElement>,
): ReadonlySet<string> {
  const drawn = new Set<string>();
  const warnings = [...elements.values()].filter(
    (element) => element.$type === 'bpmn:BoundaryEvent' && element.cancelActivity === false,
  );
  for (const warning of warnings) {
    const behind = new Set<string>();
    const open = (ways.get(idOf(warning)) ?? []).map(targetOf);
    for (let id = open.shift(); id !== undefined; id = open.shift()) {
      if (behind.has(id)) continue;
      behind.add(id);
      open.push(...(ways.get(id) ?? []).map(targetOf));
    }
    if ([...behind].some((id) => !automatic.has(elements.get(id)?.$type ?? '')))
      refuseElement(reading, warning, 'second-token');
    else for (const id of behind) drawn.add(id);
  }
  for (const id of drawn) {
    const element = elements.get(id);
    if (element) ignore(reading, element, 'drawn-behind-warning');
  }
  return drawn;
}
