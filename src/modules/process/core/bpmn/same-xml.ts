import type { XmlElement } from './read-xml.ts';

/** Values BPMN 2.0 gives these attributes when they are absent: to leave them out loses nothing. */
const defaults = new Set([
  'associationDirection=None',
  'cancelActivity=true',
  'completionQuantity=1',
  'eventGatewayType=Exclusive',
  'expressionLanguage=http://www.w3.org/1999/XPath',
  'gatewayDirection=Unspecified',
  'implementation=##unspecified',
  'implementation=##WebService',
  'instantiate=false',
  'isClosed=false',
  'isCollection=false',
  'isForCompensation=false',
  'isInterrupting=true',
  'isSequential=false',
  'isUnlimited=false',
  'minimum=0',
  'maximum=1',
  'mustUnderstand=false',
  'parallelMultiple=false',
  'processType=None',
  'startQuantity=1',
  'textFormat=text/plain',
  'triggeredByEvent=false',
  'typeLanguage=http://www.w3.org/2001/XMLSchema',
]);

/**
 * What of one XML model is missing or different in another, as paths. Elements are held against those of the same name
 * in order: the order among different names is fixed by the schema and says nothing. Prefixes and comments do not count.
 */
export function lostIn(before: XmlElement, after: XmlElement, path = ''): readonly string[] {
  const here = `${path}/${labelOf(before)}`;
  if (before.name !== after.name) return [here];
  const attributes = [...before.attributes].flatMap(([name, value]) => {
    const kept = after.attributes.get(name);
    const same = kept === undefined ? defaults.has(`${name}=${value}`) : sameValue(kept, value);
    return same ? [] : [`${here}@${name}`];
  });
  const texts = textOf(before) === textOf(after) ? [] : [`${here}#text`];
  const groups = Map.groupBy(elementsOf(after), (child) => child.name);
  const seen = new Map<string, number>();
  const children = elementsOf(before).flatMap((child) => {
    const index = seen.get(child.name) ?? 0;
    seen.set(child.name, index + 1);
    const counterpart = groups.get(child.name)?.[index];
    return counterpart ? lostIn(child, counterpart, here) : [`${here}/${labelOf(child)}`];
  });
  return [...attributes, ...texts, ...children];
}

function labelOf({ name, attributes }: XmlElement): string {
  const id = attributes.get('id');
  const local = name.slice(name.indexOf('}') + 1);
  return id === undefined ? local : `${local}[${id}]`;
}

function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

function textOf({ children }: XmlElement): string {
  return children.filter((child) => typeof child === 'string').join('');
}

/** `30.0` and `30` are one number; a qualified name may change its prefix. */
function sameValue(kept: string, value: string): boolean {
  if (kept === value) return true;
  return kept !== '' && value !== '' && Number(kept) === Number(value);
}
