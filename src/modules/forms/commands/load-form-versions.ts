import { createHash } from 'node:crypto';
import type { Jurisdiction, NewId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database.ts';
import type { FormDefinition } from '../core/definition.ts';
import { insertFormVersion, listNewestRevisions } from '../store/form-version-store.ts';

/** Keys (`code@validFrom`) of the definitions that were added as new revisions, and how many were as before. */
export interface FormLoadOutcome {
  readonly added: readonly string[];
  readonly unchanged: number;
}

/**
 * Publishes the definitions of the reference data: one that differs from the newest revision of its code and first
 * day becomes the next revision; the rest is left alone. Loading twice changes nothing.
 */
export async function loadFormVersions(
  tx: Tx,
  deps: { readonly newId: NewId },
  jurisdiction: Jurisdiction,
  definitions: readonly FormDefinition[],
  now: Date,
): Promise<FormLoadOutcome> {
  const newest = new Map(
    (await listNewestRevisions(tx, jurisdiction)).map((row) => [`${row.code}@${row.validFrom}`, row]),
  );
  const added: string[] = [];
  for (const definition of definitions) {
    const key = `${definition.code}@${definition.validFrom}`;
    const contentHash = createHash('sha256').update(JSON.stringify(definition)).digest('hex');
    const present = newest.get(key);
    if (present?.contentHash === contentHash) continue;
    const revision = (present?.revision ?? 0) + 1;
    await insertFormVersion(tx, jurisdiction, {
      id: deps.newId<'formVersion'>(),
      revision,
      contentHash,
      publishedAt: now,
      definition,
    });
    newest.set(key, { code: definition.code, validFrom: definition.validFrom, revision, contentHash });
    added.push(key);
  }
  return { added, unchanged: definitions.length - added.length };
}
