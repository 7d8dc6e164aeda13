import type { ModdleElement } from 'bpmn-moddle';
import type { ChoiceFlow, Way } from '../flow/flow.ts';
import type { Rule } from '../flow/rule.ts';
import { ruleSchema } from '../flow/rule-schema.ts';
import { idOf, many, one, text } from './element.ts';
import { own, ruleLanguage } from './extension.ts';
import { accept, ignore, type Reading, refuseElement } from './reading.ts';

/** Sequence flows of a process by the element they leave. */
export type Ways = ReadonlyMap<string, readonly ModdleElement[]>;

/** The sequence flows of a container, by source. What an element names as its own ways is not relied on. */
export function waysFrom(container: ModdleElement): Ways {
  const flows = many(container, 'flowElements').filter((element) => element.$type === 'bpmn:SequenceFlow');
  return Map.groupBy(flows, (flow) => idOf(one(flow, 'sourceRef') ?? flow));
}

/** Where a sequence flow leads. */
export function targetOf(flow: ModdleElement): string {
  return idOf(one(flow, 'targetRef') ?? flow);
}

/** The one way on of an element; refuses none, several (an unmarked parallel part), and one with a condition. */
export function onlyWay(reading: Reading, ways: Ways, element: ModdleElement): string | undefined {
  const [way, ...more] = ways.get(idOf(element)) ?? [];
  if (!way) refuseElement(reading, element, 'no-way-on');
  else if (more.length > 0) refuseElement(reading, element, 'unmarked-split');
  else if (one(way, 'conditionExpression')) refuseElement(reading, way, 'condition-without-gateway');
  else {
    accept(reading, way, 'way');
    return targetOf(way);
  }
  return undefined;
}

/** The alternatives of an exclusive gateway. A condition in another language is not evaluated: the performer chooses. */
export function readChoice(
  reading: Reading,
  gateway: ModdleElement,
  flows: readonly ModdleElement[],
  names: ReadonlyMap<string, string>,
): ChoiceFlow {
  const fallback = one(gateway, 'default');
  const ways = flows.map((flow): Way => {
    accept(reading, flow, 'way');
    const when = readRule(reading, flow);
    const next = targetOf(flow);
    const label = text(flow, 'name') ?? names.get(next) ?? idOf(flow);
    return { key: keyOf(reading, flow), label, next, ...(when && { when }) };
  });
  const otherwise = fallback && keyOf(reading, fallback);
  return { id: idOf(gateway), kind: 'choice', ways, ...(otherwise !== undefined && { otherwise }) };
}

function keyOf(reading: Reading, flow: ModdleElement): string {
  const extension = own(flow, 'choice', reading.prefix);
  return text(extension, 'key') ?? idOf(flow);
}

function readRule(reading: Reading, flow: ModdleElement): Rule | undefined {
  const condition = one(flow, 'conditionExpression');
  if (!condition) return undefined;
  // Without `xsi:type` the reader takes it for a plain expression, and its language for a foreign attribute.
  const language = text(condition, 'language') ?? condition.$attrs?.language;
  if (language !== ruleLanguage) {
    ignore(reading, { ...condition, $type: condition.$type, id: idOf(flow) }, 'condition-not-evaluated');
    return undefined;
  }
  const rule = ruleSchema.safeParse(parseJson(text(condition, 'body') ?? ''));
  if (!rule.success) refuseElement(reading, flow, 'rule-not-allowed');
  return rule.data;
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
