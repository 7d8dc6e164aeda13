import type { QueryContext } from '../../../kernel/context.ts';
import { type FeeQuote, type FeeUnit, feeFor, type ProcedureVersion } from '../../catalogue/public.ts';
import type { FeeView } from '../contract.ts';
import { catalogueChannel } from '../core/catalogue-channel.ts';
import type { DossierDeps } from '../store/deps.ts';
import type { DossierRow } from '../store/dossier-row.ts';

/** What is to be paid by rule for one of each, and what has been taken at the counter. */
export async function feeView(
  deps: DossierDeps,
  ctx: QueryContext,
  dossier: DossierRow,
  version: ProcedureVersion,
): Promise<FeeView> {
  const quote = feeFor(
    version,
    dossier.case_key,
    catalogueChannel(dossier.channel),
    {},
    dossier.case_answers,
  );
  const receipts = await deps.payments.receiptsOf(deps.db, ctx.jurisdiction, dossier.dossier_id);
  return {
    ...(quote.total !== undefined && { total: quote.total }),
    lines: quote.lines.map(({ fee, amount }) => ({
      name: fee.name,
      ...(amount !== undefined && { amount }),
    })),
    units: unitsOf(quote),
    receipts: receipts.map(({ receiptNumber, amount, collectedAt }) => ({
      receiptNumber,
      amount,
      collectedAt: collectedAt.toISOString(),
    })),
  };
}

/** Units the sum depends on, each once. */
function unitsOf({ lines }: FeeQuote): readonly FeeUnit[] {
  const units = lines.flatMap(({ fee: { rule } }) =>
    rule?.kind === 'tiered' ? [rule.unit, ...(rule.times === undefined ? [] : [rule.times])] : [],
  );
  return [...new Set(units)];
}
