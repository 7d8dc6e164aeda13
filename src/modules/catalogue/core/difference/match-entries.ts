import { searchText } from '../../../../kernel/search-text.ts';
import type { Entry, Identity } from './parts.ts';

/** An entry as it was and as it is; one of both is absent when it was added or removed. */
export interface Pair {
  readonly before?: Entry;
  readonly after?: Entry;
}

/** Keys an import numbers through: the third paper of today may have been the second of yesterday. */
const numbered = /^(giay-to|truong-hop|phi)-\d+$/;
/** Share of common words from which two wordings are taken for one thing. */
const alike = 0.6;

/**
 * Pairs the entries of two lists by what they are: the same name, else the same key, else nearly the same words. Keys
 * that only number a list count where the words are alike too. In the order of the new list, what is gone behind.
 */
export function matchEntries(
  before: readonly Entry[],
  after: readonly Entry[],
  identityOf: (entry: Entry) => Identity,
): readonly Pair[] {
  const olds = before.map((entry) => thingOf(entry, identityOf(entry)));
  const news = after.map((entry) => thingOf(entry, identityOf(entry)));
  const partner = new Map<Thing, Thing>();
  const taken = new Set<Thing>();
  for (const isSame of [sameKeyAndName, sameName, sameKey, nearlySame]) {
    for (const now of news) {
      if (partner.has(now)) continue;
      const then = olds.find((old) => !taken.has(old) && isSame(old, now));
      if (!then) continue;
      partner.set(now, then);
      taken.add(then);
    }
  }
  return [
    ...news.map((now): Pair => {
      const then = partner.get(now);
      return { after: now.entry, ...(then ? { before: then.entry } : {}) };
    }),
    ...olds.filter((old) => !taken.has(old)).map((old): Pair => ({ before: old.entry })),
  ];
}

interface Thing {
  readonly entry: Entry;
  readonly key: string | undefined;
  readonly name: string;
  readonly words: ReadonlySet<string>;
}

function thingOf(entry: Entry, { key, name }: Identity): Thing {
  const plain = searchText(name);
  return { entry, key, name: plain, words: new Set(plain.split(' ')) };
}

function sameKeyAndName(one: Thing, other: Thing): boolean {
  return one.key === other.key && one.name === other.name;
}

function sameName(one: Thing, other: Thing): boolean {
  return one.name !== '' && one.name === other.name;
}

function sameKey(one: Thing, other: Thing): boolean {
  if (one.key === undefined || one.key !== other.key) return false;
  return !numbered.test(one.key) || nearlySame(one, other);
}

function nearlySame(one: Thing, other: Thing): boolean {
  if (one.name === '' || other.name === '') return false;
  const common = [...one.words].filter((word) => other.words.has(word)).length;
  return common / (one.words.size + other.words.size - common) >= alike;
}
