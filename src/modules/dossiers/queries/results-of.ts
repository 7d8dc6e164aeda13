import type { QueryContext } from '../../../kernel/context.ts';
import { resultTypes } from '../../catalogue/public.ts';
import type { ResultView } from '../contract.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';

/** Results of the dossier with the names its procedure gives them. */
export async function resultsOf(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
): Promise<readonly ResultView[]> {
  const results = await deps.documents.queries.listResults(deps.db, ctx.jurisdiction, dossier.dossier_id);
  if (results.length === 0) return [];
  const version = await deps.catalogue.getVersion(deps.db, ctx.jurisdiction, dossier.procedure_version_id);
  const types = version.ok ? resultTypes(version.value) : [];
  return results.map((result) => ({
    typeCode: result.typeCode,
    name: types.find((type) => type.code === result.typeCode)?.name ?? result.typeCode,
    number: result.number,
    book: result.book,
    issuedOn: result.issuedOn,
    ...(result.fileId !== undefined && { fileId: result.fileId }),
  }));
}
