import type { ModdleElement } from 'bpmn-moddle';
import { extensions } from './element.ts';

/** Namespace of what Một Cửa adds to a diagram: performers, hours, kinds, waits, clocks, choices. */
export const ownNamespace = 'urn:motcua:process:1';
export const ownPrefix = 'motcua';

/** The language of a condition that is a rule (JSON logic); conditions in any other are not evaluated. */
export const ruleLanguage = 'urn:motcua:rule:1';

/** Our extension of this name on an element, whatever prefix the file gives our namespace. */
export function own(element: ModdleElement, name: string, prefix: string): ModdleElement | undefined {
  return extensions(element).find((extension) => extension.$type === `${prefix}:${name}`);
}

/** The prefix a document gives our namespace. */
export function ownPrefixIn(definitions: ModdleElement): string {
  const declared = Object.entries(definitions.$attrs ?? {}).find(([, uri]) => uri === ownNamespace);
  return declared?.[0].startsWith('xmlns:') ? declared[0].slice('xmlns:'.length) : ownPrefix;
}
