import type { Jurisdiction } from '../kernel/id.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { type Catalogue, timeLimitFor } from '../modules/catalogue/public.ts';
import type { Connection } from '../platform/database.ts';

/** The published time limit of a procedure, for what its process is held against; undefined where there is no procedure. */
export async function legalLimitOf(
  catalogue: Pick<Catalogue, 'getVersionInForce'>,
  connection: Connection,
  jurisdiction: Jurisdiction,
  asked: { readonly code: string; readonly caseKey: string | undefined; readonly on: PlainDate },
) {
  const version = await catalogue.getVersionInForce(connection, jurisdiction, asked.code, asked.on);
  if (!version.ok) return undefined;
  const [first] = version.value.content.cases;
  const caseKey = asked.caseKey || (first?.key ?? '');
  // At the counter: a list may shorten it online, the process serves both.
  const limit = timeLimitFor(version.value, caseKey, 'counter') ?? timeLimitFor(version.value, caseKey);
  if (!limit?.rule) return null;
  const { unit, amount } = limit.rule;
  return { rule: { unit, amount }, verified: limit.certainty === 'verified' };
}
