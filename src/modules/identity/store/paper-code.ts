import { randomInt } from 'node:crypto';

/** No letter or digit that is mistaken for another on paper. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** `groups` of five letters and digits, about 25 bits each, to be typed from paper: `K7MQ2-9XWPA`. */
export function newPaperCode(groups: number): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** A code as it counts: dashes, spaces and case are how somebody typed it. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
