import { z } from 'zod';
import { searchText } from '../../../../kernel/search-text.ts';

/** Length is what makes a password hard to guess (NIST SP 800-63B-4, ASVS 5.0 6.2): no rules about kinds of characters. */
const leastLength = 12;

export const newPassword = z.string().min(leastLength).max(500);

/** What everybody tries first, as `foldPassword` writes it. */
export interface GuessedPasswords {
  /** Long enough to be taken, and seen in breaches. */
  readonly breached: ReadonlySet<string>;
  /** Single words that make one when repeated or followed by numbers. */
  readonly words: ReadonlySet<string>;
  /** What says no more than where somebody works: names of the product, of the offices. */
  readonly context: readonly string[];
}

/** Whose password it is to become: what is written about them on every door. */
export interface PasswordOwner {
  readonly login: string;
  readonly name: string;
  readonly units: readonly string[];
}

/** How passwords are compared with those known: without marks, case, spaces and signs. */
export function foldPassword(text: string): string {
  return searchText(text).replaceAll(' ', '');
}

/** What is wrong with a new password besides its length; undefined when nothing is. */
export function passwordFault(
  password: string,
  owner: PasswordOwner,
  known: GuessedPasswords,
): 'identity.password-has-login' | 'identity.password-common' | 'identity.password-context' | undefined {
  if (password.toLowerCase().includes(owner.login.toLowerCase())) return 'identity.password-has-login';
  const folded = foldPassword(password);
  if (known.breached.has(folded) || known.words.has(repeatedPart(folded.replaceAll(/^\d+|\d+$/g, ''))))
    return 'identity.password-common';
  return saysTooLittle(folded, owner, known.context) ? 'identity.password-context' : undefined;
}

/** `hanoihanoi` is `hanoi` twice; a text that repeats nothing is its own part. */
function repeatedPart(text: string): string {
  return /^(.+?)\1*$/.exec(text)?.[1] ?? text;
}

/** Characters that must be left beside words everybody knows, years and counting up. */
const leastOwn = 6;

/** Whether hardly anything is left once the office, its words, the person and numbers that everybody appends are taken out. */
function saysTooLittle(folded: string, owner: PasswordOwner, context: readonly string[]): boolean {
  const phrases = [owner.name, owner.login, ...owner.units];
  const words = [
    ...context.map(foldPassword),
    ...phrases.map(foldPassword),
    ...phrases.flatMap((phrase) => searchText(phrase).split(' ')),
  ].filter((word) => word.length > 2);
  const longestFirst = [...new Set(words)].toSorted((one, other) => other.length - one.length);
  const left = longestFirst.reduce((text, word) => text.replaceAll(word, ' '), folded);
  if (left === folded) return false;
  const own = left.replaceAll(/(?:19|20)\d\d|0?12(?:3(?:4(?:5(?:6(?:7(?:8(?:90?)?)?)?)?)?)?)?/g, ' ');
  return own.replaceAll(' ', '').length < leastOwn;
}
