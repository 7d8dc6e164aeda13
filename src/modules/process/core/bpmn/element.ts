import type { ModdleElement } from 'bpmn-moddle';

/** An element inside another, by property; undefined when there is none or it is not an element. */
export function one(element: ModdleElement, property: string): ModdleElement | undefined {
  const value = element[property];
  return isElement(value) ? value : undefined;
}

/** The elements of a list property. */
export function many(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value = element[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** A text property or attribute, with the ends trimmed; undefined when it is absent or empty. */
export function text(element: ModdleElement | undefined, property: string): string | undefined {
  const value = element?.[property];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The id of an element; elements without one are told by their type. */
export function idOf(element: ModdleElement): string {
  return text(element, 'id') ?? element.$type;
}

/** Our own or a foreign extension of an element. */
export function extensions(element: ModdleElement): readonly ModdleElement[] {
  const holder = one(element, 'extensionElements');
  return holder ? many(holder, 'values') : [];
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';
}
