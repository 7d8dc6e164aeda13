import type { QueryContext } from '../../../kernel/context.ts';
import { plainDateOf } from '../../../kernel/plain-date.ts';
import type { Connection } from '../../../platform/database.ts';
import type { ExtensionRule } from '../../process/public.ts';
import type { DossierDeps } from './deps.ts';
import type { DossierRow } from './dossier-row.ts';

/** Further time that today's regime allows the dossier's procedure; undefined where it allows none. */
export async function extensionRuleOf(
  connection: Connection,
  ctx: Pick<QueryContext, 'jurisdiction' | 'now'>,
  deps: Pick<DossierDeps, 'catalogue' | 'process'>,
  dossier: Pick<DossierRow, 'procedure_version_id' | 'procedure_code'>,
): Promise<ExtensionRule | undefined> {
  const version = await deps.catalogue.getVersion(connection, ctx.jurisdiction, dossier.procedure_version_id);
  if (!version.ok) return undefined;
  return deps.process.findExtensionRule(connection, {
    sector: version.value.sector,
    procedureCode: dossier.procedure_code,
    on: plainDateOf(ctx.now),
  });
}
