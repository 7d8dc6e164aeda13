import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, one } from '../../../platform/database.ts';
import type { SeenForm } from './crawl.ts';
import type { CrawledProduct, Visitor } from './crawled-product.ts';
import { formType } from './fill-form.ts';

type Pairs = readonly (readonly [string, string])[];

/** The body of a form with these fields. */
export function formBody(pairs: Pairs): string {
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
}

/** Sends a form that was seen, as `visitor`. */
export function sendForm(product: CrawledProduct, seen: SeenForm, visitor: Visitor, pairs: Pairs) {
  return product.ask(visitor, {
    method: 'POST',
    url: seen.form.address,
    headers: formType,
    body: formBody(pairs),
  });
}

/** Forms anybody may send, which stand on pages for the signed in as well: signing in and out. */
export function mayKnow({ form: { address } }: SeenForm): boolean {
  return /dang-(nhap|xuat)/.test(address);
}

/** Whether whoever sends it is signed in no more. */
export function endsSession({ form: { address } }: SeenForm): boolean {
  return /dang-xuat/.test(address);
}

/** Actions in the journal of those who hold these sessions, signing in and out apart. */
export async function actsOf(owner: Database, visitors: readonly Visitor[]): Promise<number> {
  const hashes = visitors.flatMap(({ token }) =>
    token === undefined ? [] : createHash('sha256').update(token).digest(),
  );
  const { acts } = await one(
    owner,
    sql<{ acts: number }>`
      select count(*)::int as acts from platform.action where command not like 'identity.sign-%' and actor_id in (
        select account_id::text from identity.session where token_hash = any(${hashes}))`,
  );
  return acts;
}

/** At most about so many of the items, from all over the list. */
export function thinned<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_item, at) => at % step === 0);
}
