import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { maybeOne } from '../platform/database.ts';
import { checkout } from '../platform/embedded/data-home.ts';
import type { Product } from './compose.ts';

/**
 * Runs a load unless this database already holds exactly what it would bring: the hash of the facts and of the code that
 * reads and writes them. A load that throws is not remembered. `motcua seed` loads whatever the hash says.
 */
export async function loadWhenChanged(
  product: Product,
  name: string,
  load: () => Promise<unknown>,
  hash = factsHash(),
): Promise<'loaded' | 'unchanged'> {
  const known = await maybeOne(
    product.db,
    sql<{ hash: string }>`
      select hash from platform.loaded_facts where jurisdiction = ${product.jurisdiction} and name = ${name}
    `,
  );
  if (known?.hash === hash) return 'unchanged';
  await load();
  await sql`
    insert into platform.loaded_facts (jurisdiction, name, hash, loaded_at)
    values (${product.jurisdiction}, ${name}, ${hash}, ${product.clock()})
    on conflict (jurisdiction, name) do update set hash = excluded.hash, loaded_at = excluded.loaded_at
  `.execute(product.db);
  return 'loaded';
}

/** Hash of `data/` and of everything that turns it into rows. */
export function factsHash(): string {
  const hash = createHash('sha256');
  for (const folder of ['data', 'src/main', 'src/modules', 'db/migrations']) {
    const entries = readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}
